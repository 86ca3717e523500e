import type { Context } from "hono";
import { z } from "zod";
import { faultsOf, type Fault } from "../regression/input";
import type { Model } from "../regression/model";
import { readInputs } from "../regression/read-inputs";
import { findModel } from "../regression/registry";
import { batchSchema, type BatchAnswer, type RowAnswer } from "./contract";
import type { Asked } from "./predict";
import { predictionAnswer } from "./prediction-answer";
import { invalidInput, noSuchModel, pointAt, refuse } from "./problem";
import { readJson } from "./read-json";
import { readLevel } from "./read-level";
import { score } from "./score";

/** More faults than this in one row are not listed: a thousand rows must not answer with more than they sent. */
const LISTED_ERRORS = 20;

const batch = batchSchema(z.unknown());

/** `POST /api/models/{model}/predict/batch?level=`: each row's answer in its place; a row at fault spoils no other. */
export async function postPredictBatch(
  context: Context<object, "/api/models/:model/predict/batch", Asked<{ rows: Asked["in"]["json"][] }>>,
) {
  const model = await findModel(context.req.param("model"));
  if (!model) return refuse(context, noSuchModel());

  const body = await readJson(context.req.raw);
  if ("problem" in body) return refuse(context, body.problem);

  const { level, errors } = readLevel(context.req.url, model);
  const sent = batch.safeParse(body.value);
  if (!sent.success) return refuse(context, invalidInput([...errors, ...pointAt(faultsOf(sent.error))]));
  if (errors.length > 0) return refuse(context, invalidInput(errors));

  const answer: BatchAnswer = { results: sent.data.rows.map((row, index) => answerRow(model, level, row, index)) };
  return context.json(answer, 200);
}

function answerRow(model: Model, level: number, row: unknown, index: number): RowAnswer {
  const read = readInputs(model, row);
  if ("faults" in read) return rowFault(read.faults, index);
  return predictionAnswer(model, score(model, read.inputs, level));
}

/** The answer to a row that cannot be estimated as it is. */
export function rowFault(faults: Fault[], index: number): RowAnswer {
  return { estimate: null, errors: pointAt(faults.slice(0, LISTED_ERRORS), ["rows", index]) };
}
