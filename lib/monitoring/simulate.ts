import { seededRandom } from "../math/random";
import type { Inputs } from "../model/inputs/value";
import { estimateRow } from "../model/answer/estimate";
import type { Model } from "../model/model";
import { DEFAULT_LEVEL } from "../model/answer/level";
import { errorsOfRows, type RowError } from "../model/explain/residuals";
import { shiftInputs, shiftValue, type Shift } from "./shift";

const DAY = 86_400_000;

export interface Simulation {
  days: number;
  /** Rows for each day. */
  rows: number;
  /** What changes, from a day on; the first day is 1. */
  shifts: Shift[];
  from: number;
  /** The last day. */
  end: Date;
  seed: number;
}

export interface SimulatedRow {
  /** Counted from 1. */
  day: number;
  at: Date;
  inputs: Inputs;
  /** In the target's unit; null where the model has no estimate to be right or wrong. */
  actual: number | null;
}

/**
 * A world in which the model does as well as its card claims, until something shifts.
 *
 * Rows are training rows drawn at random, and the outcome has the error that the model fitted without the row made
 * on it: as a ratio where the target is positive, in its unit otherwise. So without a shift the errors are those of
 * the leave-one-out accuracy. Where an input shifts the world follows the model, so its accuracy stays; where the
 * target shifts the model stays behind.
 */
export function* simulate(model: Model, { days, rows, shifts, from, end, seed }: Simulation): Generator<SimulatedRow> {
  const { spec, reading } = model;
  const errors = errorsOfRows(model).filter(({ estimate }) => !spec.target.positive || estimate > 0);
  const random = seededRandom(seed);
  for (let day = 1; day <= days; day++) {
    const at = new Date(end.getTime() - (days - day) * DAY);
    const active = day >= from ? shifts : [];
    for (let row = 0; row < rows; row++) {
      const drawn = errors[Math.floor(random() * errors.length)]!;
      const inputs = shiftInputs(spec, reading.decode(drawn.encoded), active, random);
      const { estimate, refusal } = estimateRow(model, reading.encode(inputs), DEFAULT_LEVEL);
      const actual = refusal ? null : withError(estimate, drawn, spec.target.positive);
      const ofTarget = active.filter(({ name }) => name === spec.target.name);
      yield { day, at, inputs, actual: actual && ofTarget.reduce(shiftValue, actual) };
    }
  }
}

function withError(estimate: number, drawn: RowError, positive: boolean): number {
  return positive ? estimate * (drawn.actual / drawn.estimate) : estimate + drawn.actual - drawn.estimate;
}
