import { createSecretKey, randomBytes, type KeyObject } from "node:crypto";
import type { Inputs } from "../model/inputs/schema";
import type { Model } from "../model/model";
import { processState } from "../process-state";
import { startOfDay } from "../store/days";
import { hmacSha256 } from "./hmac";

/**
 * Programs that fetch a page without a person who looks at it: search engines, and what makes a preview of a link in a
 * chat. Programs that people write, such as curl, and browsers inside the apps of chats are not among them. "Cubot" is a
 * make of phones.
 */
const ROBOTS =
  /(?<!cu)bot|crawl|spider|slurp|preview|facebookexternalhit|facebookcatalog|meta-externalagent|^whatsapp|slack-imgproxy|embedly|pinterest\/|vkshare|lighthouse/i;

/** The header by which `proxy.ts` says to a page that it is fetched without its body. */
export const HEAD_HEADER = "x-glasshouse-head";

/** The header by which `proxy.ts` says to the frame of a page which page it is: its path, without that of the build. */
export const PATH_HEADER = "x-glasshouse-path";

/** By these, browsers say that nobody has asked for the page yet; Safari says so for the previews of its start page. */
const AHEAD_HEADERS = ["sec-purpose", "purpose", "x-purpose", "x-moz"];

/**
 * Whether a page is fetched without being looked at: its head alone, ahead of a visit that may never come, or by a robot.
 * Such a visit counts when the browser asks again; where it shows the page that it has kept, it does not.
 */
export function isNotLookedAt(headers: Pick<Headers, "get">): boolean {
  return (
    headers.get(HEAD_HEADER) !== null ||
    AHEAD_HEADERS.some((name) => /prefetch|prerender|preview/i.test(headers.get(name) ?? "")) ||
    ROBOTS.test(headers.get("user-agent") ?? "")
  );
}

/** Pages that this process saw, the oldest first; past this number, those seen longest ago are forgotten. */
const MOST_SEEN = 10_000;
const kept = processState("page-views", () => ({
  seen: new Set<string>(),
  ownKey: createSecretKey(new Uint8Array(randomBytes(32))),
}));

/**
 * A name of a page on a day, the same in every instance: of its model, version and inputs. It is keyed, so that nobody
 * without the key finds out from it what somebody entered.
 *
 * @param key that of receipts; without one there is no store, and a name of this process will do
 */
function nameOfView({ spec, version }: Model, inputs: Inputs, at: number, key: KeyObject = kept.ownKey): string {
  const inOneOrder = Object.entries(inputs).sort(([a], [b]) => (a < b ? -1 : 1));
  return hmacSha256(key, `page ${JSON.stringify([spec.id, version, startOfDay(at), inOneOrder])}`);
}

/**
 * The name under which a page is logged that is looked at, or nothing where this process has logged it today. Other
 * instances may have: the store keeps the first of a name alone.
 *
 * @param at in milliseconds since 1970
 */
export function firstView(model: Model, inputs: Inputs, at: number, key?: KeyObject): string | undefined {
  const name = nameOfView(model, inputs, at, key);
  const known = kept.seen.delete(name);
  kept.seen.add(name);
  if (kept.seen.size > MOST_SEEN) kept.seen.delete(kept.seen.values().next().value!);
  return known ? undefined : name;
}
