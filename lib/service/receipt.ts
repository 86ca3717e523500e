import { timingSafeEqual, type KeyObject } from "node:crypto";
import { z } from "zod";
import type { Inputs } from "../model/inputs/schema";
import type { Model } from "../model/model";
import { hmacSha256 } from "./hmac";

/**
 * What an estimate was, signed. Its holder can report the outcome later, to any instance, whatever has become of the
 * log. It is a JWT (RFC 7519) signed by HMAC with SHA-256, in the compact form of a JWS (RFC 7515).
 */
const receiptSchema = z.object({
  /** Its own name, by which outcomes are kept. */
  jti: z.string().max(40),
  /** When the estimate was made: seconds since 1970, to the millisecond. */
  iat: z.number(),
  model: z.string(),
  version: z.string(),
  /** When that version was published, where the store has it. */
  published: z.iso.datetime().optional(),
  /** `Model.hash`, SHA-256 in hex; of the first release, that of its file `artifact.json`. */
  artifact: z.string(),
  inputs: z.record(z.string(), z.union([z.number(), z.boolean(), z.string()]).nullable()),
  estimate: z.number(),
  /** Null where the model has no intervals. */
  interval: z.object({ level: z.number(), low: z.number(), high: z.number() }).nullable(),
});
export type Receipt = z.infer<typeof receiptSchema>;

const HEADER = Buffer.from('{"alg":"HS256","typ":"JWT"}').toString("base64url");

/** Longer than every receipt, with room for a model of 200 inputs. */
const LONGEST = 16_384;

/** Sign an estimate for the inputs. `at` is in milliseconds since 1970. */
export function writeReceipt(
  key: KeyObject,
  { spec, version, hash, publishedAt }: Model,
  inputs: Inputs,
  { estimate, interval }: Pick<Receipt, "estimate" | "interval">,
  { id, at }: { id: string; at: number },
): string {
  const said: Receipt = {
    jti: id,
    iat: at / 1000,
    model: spec.id,
    version,
    ...(publishedAt !== undefined && { published: publishedAt }),
    artifact: hash,
    inputs,
    estimate,
    interval: interval && { level: interval.level, low: interval.low, high: interval.high },
  };
  const signed = `${HEADER}.${Buffer.from(JSON.stringify(said)).toString("base64url")}`;
  return `${signed}.${hmacSha256(key, signed)}`;
}

/** What a receipt says, or nothing if it was not signed with this key, or not all of it. */
export function readReceipt(key: KeyObject, token: string): Receipt | undefined {
  const [header, payload = "", signature = "", ...more] = token.length > LONGEST ? [] : token.trim().split(".");
  if (header !== HEADER || more.length > 0) return undefined;
  const expected = Buffer.from(hmacSha256(key, `${header}.${payload}`), "base64url");
  const sent = Buffer.from(signature, "base64url");
  if (sent.length !== expected.length || !timingSafeEqual(sent, expected)) return undefined;
  return receiptSchema.safeParse(JSON.parse(Buffer.from(payload, "base64url").toString())).data;
}

/**
 * A receipt without its inputs, for where they are known and there is little room, such as a cookie: the inputs take most
 * of it. See `withInputs`.
 */
export function withoutInputs(token: string): string {
  const [, payload = "", signature = ""] = token.trim().split(".");
  const { inputs: _, ...rest } = JSON.parse(Buffer.from(payload, "base64url").toString()) as Receipt;
  return `${Buffer.from(JSON.stringify(rest)).toString("base64url")}.${signature}`;
}

/** The whole receipt again. With other inputs, or of a text that was no receipt, it is one that nobody has signed. */
export function withInputs(shortened: string, inputs: Inputs): string {
  const [payload = "", signature = ""] = shortened.split(".");
  try {
    const { estimate, interval, ...first } = JSON.parse(Buffer.from(payload, "base64url").toString()) as Receipt;
    // In the order of `writeReceipt`: the signature is of these bytes.
    const whole: Receipt = { ...first, inputs, estimate, interval };
    return `${HEADER}.${Buffer.from(JSON.stringify(whole)).toString("base64url")}.${signature}`;
  } catch {
    return "";
  }
}

/** When the estimate of a receipt was made, in milliseconds since 1970. */
export function timeOf({ iat }: Receipt): number {
  return Math.round(iat * 1000);
}
