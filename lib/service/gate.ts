import { judgeGate, type GateCheck } from "../judging/gate";
import type { Model } from "../model/model";
import { findModel } from "../registry/registry";
import type { VersionKey } from "../store/published-models";
import { withStore } from "../store/store";
import { compareOnOutcomes } from "./comparison";

/**
 * What the gate finds of a version that is to take the place of a champion, from rows left out and from outcomes.
 *
 * @throws NoStoreError, StoreAwayError
 */
export async function checkGate(candidate: Model, alias: VersionKey | undefined): Promise<GateCheck[]> {
  const champion = alias && (await findModel(alias.model, alias.version));
  const outcomes = champion ? await withStore((store) => compareOnOutcomes(store, champion, candidate)) : null;
  return judgeGate(candidate, champion, outcomes);
}
