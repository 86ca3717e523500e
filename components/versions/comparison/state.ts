import { readLocale } from "@/components/language/read-locale";
import type { Locale } from "@/lib/language/locale";
import { modelIn } from "@/lib/model/translate";
import { compareVersions, findPair, type Pair, type VersionComparison } from "@/lib/service/comparison";
import { isOfFolder } from "@/lib/registry/registry";
import { listVersions } from "@/lib/store/published-models";
import { withStore } from "@/lib/store/store";
import type { Model } from "@/lib/model/model";
import type { VersionFacts } from "./version-head";

/** What the page of a version shows: the version beside the champion, or the champion alone. */
export type VersionState = { facts: VersionFacts; champion: Model } & (
  { challenger: Model; compared: VersionComparison } | { challenger?: undefined; other: string | null }
);

/** @returns in the language of the reader; nothing where there is no such version */
export async function readVersionState(id: string, version: string): Promise<VersionState | undefined> {
  const [found, locale] = await Promise.all([findPair(id, version), readLocale()]);
  const pair = pairIn(found, locale);
  if ("unpaired" in pair && pair.unpaired !== "champion") return undefined;
  if (await isOfFolder(id)) {
    if (!("champion" in pair) || !pair.champion) return undefined;
    const facts = { alias: "champion" as const, author: null, note: null, madeAt: null };
    return { facts, champion: pair.champion, other: null };
  }
  const lines = await withStore((store) => listVersions(store, id));
  const own = lines.filter((line) => line.version === version);
  const line = own.find(({ alias }) => alias !== null) ?? own[0];
  if (!line) return undefined;
  const { alias, author, note } = line;
  const facts: VersionFacts = { alias, author, note, madeAt: line.made_at };
  if (!("challenger" in pair)) {
    const other = lines.find((each) => each.alias === "challenger")?.version ?? null;
    return { facts, champion: pair.champion, other };
  }
  const { champion, challenger } = pair;
  return {
    facts,
    champion,
    challenger,
    compared: await withStore((store) => compareVersions(store, champion, challenger)),
  };
}

/** Two versions for readers of a language. */
function pairIn(pair: Pair, locale: Locale): Pair {
  if (!("champion" in pair)) return pair;
  const champion = modelIn(pair.champion, locale);
  return "challenger" in pair
    ? { champion, challenger: modelIn(pair.challenger, locale) }
    : { unpaired: "champion", champion };
}
