import { compareVersions, findPair, type VersionComparison } from "@/lib/service/comparison";
import { isOfFolder } from "@/lib/registry/registry";
import { listVersions } from "@/lib/store/published-models";
import { withStore } from "@/lib/store/store";
import type { Model } from "@/lib/model/model";
import type { VersionFacts } from "./version-head";

/** What the page of a version shows: it beside the champion, or the champion alone. */
export type VersionState = { facts: VersionFacts; champion: Model } & (
  { challenger: Model; compared: VersionComparison } | { challenger?: undefined; other: string | null }
);

/** @returns nothing where there is no such version */
export async function readVersionState(id: string, version: string): Promise<VersionState | undefined> {
  const pair = await findPair(id, version);
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
