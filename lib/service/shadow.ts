import { group } from "d3-array";
import { estimateAgain } from "../judging/estimate-again";
import { DEFAULT_LEVEL } from "../model/answer/level";
import type { Inputs } from "../model/inputs/value";
import type { Model } from "../model/model";
import { processState } from "../process-state";
import { challengerOf, findModel } from "../registry/registry";
import { NoStoreError } from "../store/faults";
import { addShadows } from "../store/shadow";
import { withStore } from "../store/store";
import type { PredictionRow, ShadowRow } from "../store/tables";
import { logWarning } from "./log";
import { settings } from "./settings";
import { mapInTurns } from "./turns";

/**
 * The challenger in shadow: it answers what the champion has answered, behind the log, so that the two can be compared.
 * Nobody is shown its answers, no answer waits for them, and what goes wrong with them is counted and nothing else.
 */
interface Shadow {
  /** What is to be answered, by its row of the log, and by which version. A row that is dropped takes it along. */
  asked: WeakMap<object, { inputs: Inputs; challenger: string }>;
  /** How many rows of a batch are answered so far. */
  ofBatches: WeakMap<object, number>;
  /** By model and challenger. */
  tallies: Map<string, ShadowTally>;
}

export interface ShadowTally {
  model: string;
  version: string;
  estimates: number;
  refusals: number;
  errors: number;
}

const shadow = processState("shadow", (): Shadow => ({
  asked: new WeakMap(),
  ofBatches: new WeakMap(),
  tallies: new Map(),
}));

/** Of the rows of one call, no more than the first of them. */
const MOST_OF_A_CALL = 1_000;

/**
 * Have the challenger answer a row of the log later, where there is a challenger and the row is in the share.
 *
 * @param inputs gives the inputs, if they are needed
 * @param call the same object for all rows of one call
 */
export function askInShadow(model: Model, row: PredictionRow, inputs: () => Inputs, call?: object): void {
  const challenger = challengerOf(model);
  if (challenger === null || shareOf(row.id) >= settings().SHADOW_SHARE) return;
  if (call) {
    const before = shadow.ofBatches.get(call) ?? 0;
    if (before >= MOST_OF_A_CALL) return;
    shadow.ofBatches.set(call, before + 1);
  }
  shadow.asked.set(row, { inputs: inputs(), challenger });
}

/** Where an id stands from 0 to 1, without 1: its hash (FNV-1a with 32 bits, then mixed as in MurmurHash3). */
export function shareOf(id: string): number {
  let hash = 0x811c9dc5;
  for (let index = 0; index < id.length; index++) hash = Math.imul(hash ^ id.charCodeAt(index), 0x01000193);
  hash = Math.imul(hash ^ (hash >>> 16), 0x85ebca6b);
  hash = Math.imul(hash ^ (hash >>> 13), 0xc2b2ae35);
  return ((hash ^ (hash >>> 16)) >>> 0) / 2 ** 32;
}

/** Answer what `askInShadow` has put by of rows that are in the log now, and write it down. It never throws. */
export async function answerInShadow(rows: readonly PredictionRow[]): Promise<void> {
  const asked = rows.filter((row) => shadow.asked.has(row));
  const groups = group(asked, (row) => `${row.model} ${shadow.asked.get(row)!.challenger}`);
  for (const some of groups.values()) await answerGroup(some);
}

async function answerGroup(rows: PredictionRow[]): Promise<void> {
  const { model, challenger } = { model: rows[0]!.model, ...shadow.asked.get(rows[0]!)! };
  const tally = tallyOf(model, challenger);
  try {
    const found = await findModel(model, challenger);
    if (!found) throw new Error("it cannot be loaded");
    const answers = await mapInTurns(rows, (row) => answerRow(found, row, shadow.asked.get(row)!.inputs));
    const answered = answers.filter((answer) => answer !== undefined);
    await withStore((store) => addShadows(store, answered));
    const estimates = answered.filter(({ challenger_estimate }) => challenger_estimate !== null).length;
    tally.estimates += estimates;
    tally.refusals += answered.length - estimates;
    tally.errors += answers.length - answered.length;
  } catch (error) {
    tally.errors += rows.length;
    if (!(error instanceof NoStoreError))
      logWarning(`version ${challenger} of ${model} did not answer in shadow: ${(error as Error).message}`);
  }
}

/** The answer of a challenger, null where it has none; nothing where it fails. */
function answerRow(challenger: Model, row: PredictionRow, inputs: Inputs): ShadowRow | undefined {
  const { model, at, id, version, estimate } = row;
  try {
    const answer = estimateAgain(challenger, inputs, row.level ?? DEFAULT_LEVEL);
    return {
      ...{ model, at, id, version, challenger: challenger.version, estimate },
      challenger_estimate: answer?.estimate ?? null,
      challenger_low: answer?.range?.low ?? null,
      challenger_high: answer?.range?.high ?? null,
      level: answer?.range?.level ?? null,
    };
  } catch {
    return undefined;
  }
}

/** What challengers have answered since the process began. */
export function shadowTallies(): Iterable<ShadowTally> {
  return shadow.tallies.values();
}

function tallyOf(model: string, version: string): ShadowTally {
  const name = `${model} ${version}`;
  const tally = shadow.tallies.get(name) ?? { model, version, estimates: 0, refusals: 0, errors: 0 };
  shadow.tallies.set(name, tally);
  return tally;
}
