import type { Context } from "hono";
import { z } from "zod";
import { faultsOf, type Fault } from "../regression/input";
import type { Model } from "../regression/model";
import { findModel } from "../regression/registry";
import { batchSchema, type BatchAnswer, type RowAnswer } from "./contract";
import type { Asked } from "./predict";
import { predictionAnswer } from "./prediction-answer";
import { invalidInput, noSuchModel, pointAt, refuse } from "./problem";
import { readJson } from "./read-json";
import { readLevel } from "./read-level";
import { score, type Asking } from "./score";
import { receiptKey } from "./signing-key";
import { readTime } from "./simulated-time";

/** More faults than this in one row are not listed: a thousand rows must not answer with more than they sent. */
const LISTED_ERRORS = 20;

const batch = batchSchema(z.unknown());

/** `POST /api/models/{model}/predict/batch?level=`: each row's answer in its place; a row at fault spoils no other. */
export async function postPredictBatch(
  context: Context<object, "/api/models/:model/predict/batch", Asked<{ rows: Asked["in"]["json"][] }>>,
) {
  const model = await findModel(context.req.param("model"));
  if (!model) return refuse(context, noSuchModel());

  const time = readTime(context);
  if ("problem" in time) return refuse(context, time.problem);

  const body = await readJson(context.req.raw);
  if ("problem" in body) return refuse(context, body.problem);

  const { level, errors } = readLevel(context.req.url, model);
  const sent = batch.safeParse(body.value);
  if (!sent.success) return refuse(context, invalidInput([...errors, ...pointAt(faultsOf(sent.error))]));
  if (errors.length > 0) return refuse(context, invalidInput(errors));

  const asking = { level, key: await receiptKey(), at: time.at };
  const answer: BatchAnswer = { results: sent.data.rows.map((row, index) => answerRow(model, asking, row, index)) };
  return context.json(answer, 200);
}

function answerRow(model: Model, asking: Asking, row: unknown, index: number): RowAnswer {
  const inputs = model.schema.safeParse(row);
  if (!inputs.success) return rowFault(faultsOf(inputs.error), index);
  const { prediction, receipt } = score(model, inputs.data, asking);
  return predictionAnswer(model, prediction, receipt);
}

/** The answer to a row that cannot be estimated as it is. */
export function rowFault(faults: Fault[], index: number): RowAnswer {
  return { estimate: null, errors: pointAt(faults.slice(0, LISTED_ERRORS), ["rows", index]) };
}
