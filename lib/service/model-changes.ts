import { judgeGate, type GateCheck } from "../judging/gate";
import type { Model } from "../model/model";
import { findModel, refreshModels } from "../registry/registry";
import { changeModels, dropAlias, readAlias, setAlias, type VersionKey } from "../store/published-models";
import { withStore, type Store } from "../store/store";
import type { AliasName, AliasRow, ProposalRow } from "../store/tables";
import { compareOnOutcomes } from "./comparison";
import { keptText } from "./kept-text";

/** The common part of all changes of versions and aliases. */

/** What is done, and by whom. */
export interface Published {
  model: string;
  version: string;
  revision: string;
  /** Null where it waits for a second person. */
  alias: AliasName | null;
  /** The champion before, if there was another; of a proposal, the one that there is. */
  before: string | null;
  /** The checks of the gate, where there was one to pass. */
  checks: GateCheck[];
  /** What waits for a second person, where `APPROVALS` is 1. */
  proposal?: ProposalRow;
}

/** Why nothing was changed. */
export interface Refused {
  /**
   * A file or a text is at fault, there is no such version, a folder has the name, the champion has changed since the
   * caller looked, a check fails, there is nothing to change, or the second person is the first.
   */
  refused: "invalid" | "unknown" | "taken" | "stale" | "gate" | "idle" | "self";
  /** What is at fault of what was sent. */
  field?: "spec" | "bundle" | "note" | "reason" | "proposal";
  detail: string;
  checks?: GateCheck[];
}

/** Notes and reasons are for reading. */
export const LONGEST_NOTE = 1_000;

/** Change what is published, unless the champion is no longer the one that was judged; every instance sees it soon. */
export async function changePublished(
  id: string,
  champion: AliasRow | undefined | "any",
  work: (store: Store) => Promise<Published | Refused>,
): Promise<Published | Refused> {
  const done = await withStore((store) =>
    changeModels(store, async (transaction) => {
      if (champion !== "any") {
        const now = await readAlias(transaction, id, "champion");
        if (now?.number !== champion?.number || now?.set_at !== champion?.set_at) return staleOf(now);
      }
      return work(transaction);
    }),
  );
  await refreshModels();
  return done;
}

export const isOf = (alias: AliasRow, key: VersionKey) =>
  alias.version === key.version && alias.revision === key.revision;

export const NEEDS_REASON = `must give a reason of 1 to ${LONGEST_NOTE.toLocaleString("en-US")} characters`;

/** A reason as it is kept, without the blanks around it; nothing where it is empty or too long. */
export function readReason(text: string | undefined): string | undefined {
  const reason = keptText(text ?? "").trim();
  return reason === "" || reason.length > LONGEST_NOTE ? undefined : reason;
}

/** The refusal where a check of the gate fails, unless that is overridden. */
export function closedBy(checks: GateCheck[], override: boolean): Refused | undefined {
  const failed = checks.filter(({ holds }) => !holds);
  if (failed.length === 0 || override) return undefined;
  const why = failed.map(({ detail }) => detail).join("; ");
  return {
    refused: "gate",
    detail: `${why}; to publish it all the same, send override: true (on the command line, --override)`,
    checks,
  };
}

export function staleOf(champion: AliasRow | undefined): Refused {
  const now = champion ? `version ${champion.version} is the champion now` : "there is no champion now";
  return { refused: "stale", detail: `${now}, so this decision is out of date; look again` };
}

export const hiddenByFolder = (id: string): Refused => ({
  refused: "taken",
  detail: `a folder in MODEL_DIR has the name ${id}; retrain it there to replace its model`,
});

/** The checks of a version that may replace the champion, if there is one, by rows and by outcomes. */
export async function judgeCandidate(id: string, candidate: Model, alias: AliasRow | undefined): Promise<GateCheck[]> {
  const champion = alias && (await findModel(id, alias.version));
  const outcomes = champion ? await withStore((store) => compareOnOutcomes(store, champion, candidate)) : null;
  return judgeGate(candidate, champion, outcomes);
}

export const allHold = (checks: readonly GateCheck[]) => checks.every(({ holds }) => holds);

/** Let a version be the champion; it is the challenger no longer. */
export async function makeChampion(
  store: Store,
  key: VersionKey,
  by: { set_at: number; set_by: string },
): Promise<void> {
  const challenger = await readAlias(store, key.model, "challenger");
  await setAlias(store, { ...key, alias: "champion", ...by });
  if (challenger && isOf(challenger, key)) await dropAlias(store, key.model, "challenger");
}
