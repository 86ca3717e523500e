import type { Context } from "hono";
import { z } from "zod";
import { faultsOf, type Fault } from "../../../model/inputs/schema";
import type { Model } from "../../../model/model";
import { readInputs } from "../../../model/inputs/read-inputs";
import { findModel } from "../../../registry/registry";
import { batchSchema, type BatchAnswer, type RowAnswer } from "./schema";
import { answerStream } from "./answer-stream";
import { answerCsv } from "./csv";
import { answerNdjson } from "./ndjson";
import { openBody } from "./open-body";
import { columnParameters, readColumns } from "./read-columns";
import type { Asked } from "../predict/predict";
import { predictionAnswer } from "../predict/prediction-answer";
import { invalidInput, noSuchModel, pointAt, refuse } from "../../problem/problem";
import { mediaTypeOf, readJson } from "../../request/read-json";
import { readLevel } from "../../request/read-level";
import { score, type Asking } from "../../../service/score";
import { receiptKey } from "../../../service/signing-key";
import { readTime } from "../../request/simulated-time";

/** More faults than this in one row are not listed: a thousand rows must not answer with more than they sent. */
const LISTED_ERRORS = 20;

const batch = batchSchema(z.unknown());

/**
 * `POST /api/models/{model}/predict/batch?level=`: each row's answer in its place; a row at fault spoils no other. As
 * JSON for so many rows that they fit into memory, as lines of JSON or CSV for any number, streamed in and out.
 */
export async function postPredictBatch(
  context: Context<object, "/api/models/:model/predict/batch", Asked<{ rows: Asked["in"]["json"][] }>>,
) {
  const model = await findModel(context.req.param("model"));
  if (!model) return refuse(context, noSuchModel());

  const time = readTime(context);
  if ("problem" in time) return refuse(context, time.problem);

  const type = mediaTypeOf(context.req.header("content-type"));
  // Streams are for other clients than the typed one, which would otherwise lose the types of its answers.
  if (CSV.test(type)) return (await streamCsv(context, model)) as never;
  if (NDJSON.test(type)) return (await streamNdjson(context, model, time.at)) as never;

  const { level, errors } = readLevel(context.req.url, model);

  const body = await readJson(context.req.raw, "application/json, text/csv or application/x-ndjson");
  if ("problem" in body) return refuse(context, body.problem);

  const sent = batch.safeParse(body.value);
  if (!sent.success) return refuse(context, invalidInput([...errors, ...pointAt(faultsOf(sent.error))]));
  if (errors.length > 0) return refuse(context, invalidInput(errors));

  const asking = { level, key: await receiptKey(), at: time.at };
  const answer: BatchAnswer = { results: sent.data.rows.map((row, index) => answerRow(model, asking, row, index)) };
  return context.json(answer, 200);
}

/** What programs call the two, registered or not. */
const CSV = /^(text|application)\/csv$/;
const NDJSON = /^application\/(x-ndjson|ndjson|jsonl|x-jsonlines)$/;

async function streamNdjson(context: Context, model: Model, at: number): Promise<Response> {
  const { level, errors } = readLevel(context.req.url, model);
  if (errors.length > 0) return refuse(context, invalidInput(errors));
  const answers = answerNdjson(model, openBody(context.req.raw), { level, key: await receiptKey(), at });
  return answerStream(context, "application/x-ndjson", answers);
}

async function streamCsv(context: Context, model: Model): Promise<Response> {
  const { url, raw } = context.req;
  const { level, errors, parameters } = readLevel(url, model, columnParameters(model.spec));
  if (errors.length > 0) return refuse(context, invalidInput(errors));
  const options = { level, columns: readColumns(parameters) };
  const answers = answerCsv(model, openBody(raw), options);
  return answerStream(context, "text/csv; charset=utf-8", answers);
}

function answerRow(model: Model, asking: Asking, row: unknown, index: number): RowAnswer {
  const read = readInputs(model, row);
  if ("faults" in read) return rowFault(read.faults, ["rows", index]);
  const { prediction, receipt } = score(model, read.inputs, asking);
  return predictionAnswer(model, prediction, receipt);
}

/** The answer to a row that cannot be estimated as it is. */
export function rowFault(faults: Fault[], within: (string | number)[] = []): RowAnswer {
  return { estimate: null, errors: pointAt(faults.slice(0, LISTED_ERRORS), within) };
}
