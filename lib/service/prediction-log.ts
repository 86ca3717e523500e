import type { Inputs } from "../model/inputs/schema";
import type { Model } from "../model/model";
import type { Prediction } from "../model/answer/predict";
import { processState } from "../process-state";
import { NoStoreError, StoreAwayError } from "../store/faults";
import { RowTally } from "../monitoring/version-day";
import { addPredictions, type LoggedPrediction } from "../store/predictions";
import { withStore } from "../store/store";
import type { PredictionRow } from "../store/tables";
import type { TallyChange } from "../store/tallies";
import { forgetOld } from "./forget-old";
import { logWarning } from "./log";
import { Reservoir } from "./reservoir";
import { settings } from "./settings";
import { answerInShadow, askInShadow } from "./shadow";

/** What waits to be written; past so many, predictions are not logged, and counted as dropped. */
const MOST_WAITING = 10_000;
/** What is logged of a second, as writing a row costs a good part of what a prediction does. */
const MOST_PER_SECOND = 1_000;
const ROWS_AT_ONCE = 250;
const PAUSE_MILLISECONDS = 1_000;
const PAUSE_WHEN_AWAY_MILLISECONDS = 5_000;
const HOUR = 3_600_000;

/** Makes a row of what it has copied, once it is known that the row is kept. */
type MakeRow = () => LoggedPrediction;

interface Log {
  /** As they are to be written: a prediction as it is would keep many small objects from being collected. */
  waiting: LoggedPrediction[];
  dropped: number;
  timer?: NodeJS.Timeout;
  writing?: Promise<void>;
  /** A sample of what came within a second, which waits until the second is over and one knows how many there were. */
  crowd: Reservoir<LoggedPrediction | MakeRow>;
  /** The models of what waits, by id and version: to tally a row takes the model that answered. */
  models: Map<string, Model>;
  second: number;
  /** Nothing to write to: what is logged is forgotten at once. */
  off: boolean;
  forgotAt: number;
}

export const predictionLog = processState("prediction-log", (): Log => ({
  waiting: [],
  dropped: 0,
  crowd: new Reservoir<LoggedPrediction | MakeRow>(MOST_PER_SECOND),
  models: new Map(),
  second: -1,
  off: false,
  forgotAt: 0,
}));

/** What is said of a prediction when it is logged. */
interface Logged extends Pick<LoggedPrediction, "id" | "at" | "once"> {
  /** How many predictions it stands for. */
  weight?: number;
  /** The same object for all rows of one call. */
  call?: object;
}

const nameOf = ({ spec, version }: Model) => `${spec.id} ${version}`;
const currentSecond = () => Math.floor(performance.now() / 1_000);

/**
 * Note a prediction, to be written behind. Where only a sample is kept, by `LOG_SAMPLE` or because there are more than
 * `MOST_PER_SECOND`, the weights of what is kept come to the number of predictions.
 */
export function logPrediction(
  model: Model,
  inputs: Inputs,
  prediction: Prediction,
  { weight = 1, ...logged }: Logged,
): void {
  const { LOG_DAYS, LOG_SAMPLE, SIMULATION } = settings();
  if (predictionLog.off || LOG_DAYS === 0 || Math.random() >= LOG_SAMPLE) return;
  const make = () => toRow(model, inputs, prediction, { ...logged, weight: weight / LOG_SAMPLE });
  predictionLog.models.set(nameOf(model), model);
  // A simulation sends months within seconds, which is no crowd to be spared.
  if (SIMULATION) keep(make);
  else {
    if (predictionLog.second !== currentSecond()) keepCrowd();
    predictionLog.crowd.offer(make);
  }
  if (!predictionLog.timer) wait(PAUSE_MILLISECONDS);
}

/** What is kept of the rows of a table, as `logRows` notes them. */
export interface KeptRows {
  days: number;
  /** Whether what the rows say of the inputs is kept beside their estimates. */
  inputs: boolean;
  /** Whether it is a sample of any table; otherwise it is one of large tables only. */
  sampled: boolean;
}

/** @returns null where nothing is kept */
export function keptRows(): KeptRows | null {
  const { LOG_DAYS, LOG_SAMPLE, LOG_INPUTS } = settings();
  if (predictionLog.off || LOG_DAYS === 0 || LOG_SAMPLE === 0) return null;
  return { days: LOG_DAYS, inputs: LOG_INPUTS, sampled: LOG_SAMPLE < 1 };
}

/** Takes note of rows that are many at once. */
export interface RowLog {
  /** Count a row in. False where the sample passes it over; else the row is to be added. */
  takes(): boolean;
  /** Add the row that was just taken, made of what `make` has copied, once it is known that it is kept. */
  add(make: MakeRow): void;
  /** Of each row that is taken. */
  weight: number;
}

/**
 * Note rows of a batch that are answered in one turn, as `logPrediction` notes each prediction. A table has hundreds of
 * thousands of rows a second: a row that the sample passes over costs next to nothing, and one that is kept is made later.
 *
 * @returns undefined where nothing is logged
 */
export function logRows(model: Model): RowLog | undefined {
  const { LOG_DAYS, LOG_SAMPLE, SIMULATION } = settings();
  if (predictionLog.off || LOG_DAYS === 0 || LOG_SAMPLE === 0) return undefined;
  predictionLog.models.set(nameOf(model), model);
  if (predictionLog.second !== currentSecond()) keepCrowd();
  if (!predictionLog.timer) wait(PAUSE_MILLISECONDS);
  const { crowd } = predictionLog;
  const passes = () => LOG_SAMPLE < 1 && Math.random() >= LOG_SAMPLE;
  const weight = 1 / LOG_SAMPLE;
  if (SIMULATION) return { takes: () => !passes(), add: keep, weight };
  let place: number | undefined;
  return {
    takes: () => !passes() && (place = crowd.next()) !== undefined,
    add: (make) => crowd.put(place!, make),
    weight,
  };
}

function keep(make: MakeRow): void {
  if (predictionLog.waiting.length < MOST_WAITING) predictionLog.waiting.push(make());
  else predictionLog.dropped++;
}

/** What came within a second becomes rows to be written, each of which counts for those left out. */
function keepCrowd(): void {
  const { items, weight } = predictionLog.crowd.take();
  for (const item of items) {
    const row = typeof item === "function" ? item() : item;
    keep(() => Object.assign(row, { weight: row.weight * weight }));
  }
  predictionLog.second = currentSecond();
}

/** How many rows are yet to be written. */
export function countWaiting(): number {
  return predictionLog.waiting.length + predictionLog.crowd.length;
}

function wait(milliseconds: number): void {
  predictionLog.timer = setTimeout(() => void writeOnce(), milliseconds).unref();
}

/** Write what is waiting, a piece at a time so that answers go between, and come back later if there is more. */
function writeOnce(): Promise<void> {
  clearTimeout(predictionLog.timer);
  return (predictionLog.writing ??= write().finally(() => (predictionLog.writing = undefined)));
}

async function write(): Promise<void> {
  if (predictionLog.second !== currentSecond()) keepCrowd();
  const rows = predictionLog.waiting.splice(0, ROWS_AT_ONCE);
  const added = new Set<string>();
  let pause = PAUSE_MILLISECONDS;
  try {
    await withStore(async (store) => {
      await addPredictions(store, rows, (fresh) => {
        for (const { id } of fresh) added.add(id);
        return tallyRows(fresh);
      });
      if (Date.now() - predictionLog.forgotAt < HOUR) return;
      predictionLog.forgotAt = Date.now();
      await forgetOld(store);
    });
    await answerInShadow(rows.filter(({ id }) => added.has(id)));
    if (predictionLog.waiting.length >= ROWS_AT_ONCE) pause = 0;
  } catch (error) {
    if (error instanceof StoreAwayError) {
      predictionLog.waiting.unshift(...rows);
      pause = PAUSE_WHEN_AWAY_MILLISECONDS;
    } else {
      predictionLog.dropped += rows.length;
      if (error instanceof NoStoreError) turnOff(error);
      else logWarning(`predictions could not be logged: ${(error as Error).message}`);
    }
  }
  predictionLog.timer = undefined;
  if (countWaiting() > 0) wait(pause);
  else predictionLog.models.clear();
}

function tallyRows(rows: readonly PredictionRow[]): TallyChange[] {
  const tally = new RowTally((model, version) => predictionLog.models.get(`${model} ${version}`));
  for (const row of rows) tally.add(row);
  return tally.changes("add");
}

function turnOff({ message }: NoStoreError): void {
  Object.assign(predictionLog, { off: true, waiting: [], dropped: 0 });
  predictionLog.crowd.take();
  logWarning(`predictions are not logged: ${message}`);
}

/** Write what is still waiting, before the process ends; gives up where the store is away. */
export async function drainPredictionLog(): Promise<void> {
  keepCrowd();
  while (predictionLog.waiting.length > 0) {
    await predictionLog.writing;
    const before = predictionLog.waiting.length;
    await writeOnce();
    if (predictionLog.waiting.length >= before) return;
  }
  await predictionLog.writing;
}

function toRow(
  model: Model,
  inputs: Inputs,
  prediction: Prediction,
  { id, at, weight, once, call }: Logged & { weight: number },
): LoggedPrediction {
  const estimated = prediction.estimate === null ? undefined : prediction;
  const row: LoggedPrediction = {
    model: model.spec.id,
    at,
    id,
    version: model.version,
    inputs: settings().LOG_INPUTS ? JSON.stringify(inputs) : null,
    estimate: prediction.estimate,
    low: estimated?.interval?.low ?? null,
    high: estimated?.interval?.high ?? null,
    level: estimated?.interval?.level ?? null,
    refusal: prediction.refusal?.code ?? null,
    warnings: JSON.stringify(prediction.warnings.map(({ code, input }) => ({ code, input }))),
    weight,
    ...(once !== undefined && { once }),
  };
  askInShadow(model, row, () => inputs, call);
  return row;
}
