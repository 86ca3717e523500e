import type { Context, TypedResponse } from "hono";
import { z } from "zod";
import { inSentence } from "../../../model/format";
import { faultsOf } from "../../../model/inputs/schema";
import type { Model } from "../../../model/model";
import { mapInTurns } from "../../../service/turns";
import { receiptKey, signingKey } from "../../../service/signing-key";
import { nameOf } from "../../openapi/names";
import { invalidInput, pointAt } from "../../problem/problem";
import { refuse } from "../../problem/refuse";
import { answeringStoreFaults } from "../../problem/store-faults";
import { admitBatch } from "../../request/admit-batch";
import { callOf } from "../../request/call";
import { findAsked } from "../../request/find-served";
import { withinColumn } from "../../../model/answer/tolerance";
import { answerColumns, RECEIPT_COLUMN } from "../../../scoring/score-block";
import { MOST_ROWS } from "../../request/most-rows";
import { nodeOf } from "../../request/node";
import { DECIMAL, decimalParameter, readDecimal } from "../../request/read-decimal";
import { headersOf } from "../../request/read-header";
import { mediaTypeOf, readJson } from "../../request/read-json";
import { readLevel } from "../../request/read-level";
import { readTime } from "../../request/simulated-time";
import { resource } from "../../resource";
import { inputsBody, levelParameter, versionParameter } from "../predict/inputs";
import { answerStream } from "./answer-stream";
import { columnNames, columnParameters, readColumns } from "./columns";
import { answerCsv } from "./csv";
import { batchExamples } from "./example";
import { answerNdjson } from "./ndjson";
import { openBody } from "./open-body";
import { answerRow } from "./row";
import { batchAnswerSchema, batchSchema, type BatchAnswer } from "./schema";

const batch = batchSchema(z.unknown());

/**
 * `POST /api/models/{model}/predict/batch?level=`: each row's answer in its place; a row at fault spoils no other. As
 * JSON for so many rows that they fit into memory, as lines of JSON or CSV for any number, streamed in and out.
 */
export const postPredictBatch = resource({
  method: "post",
  path: "/api/models/:model/predict/batch",
  auth: "predict",
  eachModel: (model) => {
    const { id, title, target } = model.spec;
    const inputs = inputsBody(model);
    const { body, answer } = batchExamples(model);
    return {
      id: `batchPredict${nameOf(id)}`,
      summary: `Estimate the ${inSentence(target)} of many rows`,
      description: `Every row gets the same result as from predict, in the same order. An invalid row gets its errors; the other rows still get estimates. As JSON, up to ${MOST_ROWS.toLocaleString("en-US")} rows. As CSV or lines of JSON, any number: the response begins while the body arrives, with gzip in both directions if you like. A CSV table comes back unchanged, with the columns ${answerColumns(model).join(", ")} after its own; ${withinColumn(model)} is empty where there is a warning. Rows count against the client's row limit; a batch that exceeds the limit is still answered to its end. The counts of rows and results are at the end: in the last line of JSON, and in the trailer for both formats.`,
      query: {
        level: levelParameter(model),
        version: versionParameter,
        receipts: {
          description: `For CSV: 1 adds a column ${RECEIPT_COLUMN} with the receipt of each estimate, for reporting its outcome.`,
          schema: { type: "string", enum: ["0", "1"], default: "0" },
        },
        decimal: decimalParameter,
        ...columnParameters(model.spec),
      },
      body: {
        name: `${nameOf(id)}Rows`,
        schema: batchSchema(inputs.schema).describe(`Rows of inputs for the model ${title}.`),
        ...body,
      },
      answer: { schema: batchAnswerSchema, description: "one result for each row", ...answer },
    };
  },
  async handler(context) {
    const served = await findAsked(context.req.param("model"), callOf(context));
    if ("problem" in served) return refuse(context, served.problem);
    const { model } = served;

    const time = readTime(headersOf(context.req.raw));
    if ("problem" in time) return refuse(context, time.problem);

    const admitted = await admitBatch(context);
    if ("refused" in admitted) return admitted.refused as never;
    const { charge } = admitted;

    const type = mediaTypeOf(context.req.header("content-type"));
    // Streams are for other clients than the typed one, which would otherwise lose the types of its answers.
    if (CSV.test(type)) return (await streamCsv(context, model, time.at, charge)) as never;
    if (NDJSON.test(type)) return (await streamNdjson(context, model, time.at, charge)) as never;

    const { level, errors } = readLevel(context.req.url, model);

    const body = await readJson(context.req.raw, "application/json, text/csv or application/x-ndjson");
    if ("problem" in body) return refuse(context, body.problem);

    const sent = batch.safeParse(body.value);
    if (!sent.success) return refuse(context, invalidInput([...errors, ...pointAt(faultsOf(sent.error))]));
    if (errors.length > 0) return refuse(context, invalidInput(errors));

    const asking = { level, key: await receiptKey(), at: time.at };
    const results = await mapInTurns(sent.data.rows, (row, index) => {
      charge(1);
      return JSON.stringify(answerRow(model, row, asking, ["rows", index]));
    });
    return sendJson(context, `{"results":[${results.join()}]}`);
  },
});

/** Answer with what is written as JSON already, a row at a time. */
function sendJson(context: Context, written: string) {
  const answer = context.body(written, 200, { "content-type": "application/json" });
  return answer as unknown as Response & TypedResponse<BatchAnswer, 200, "json">;
}

type Charge = (rows: number) => void;

const RECEIPTS = "receipts";

/** What programs call the two, registered or not. */
const CSV = /^(text|application)\/csv$/;
const NDJSON = /^application\/(x-ndjson|ndjson|jsonl|x-jsonlines)$/;

async function streamNdjson(context: Context, model: Model, at: number, charge: Charge): Promise<Response> {
  const { level, errors } = readLevel(context.req.url, model);
  if (errors.length > 0) return refuse(context, invalidInput(errors));
  const answers = answerNdjson(model, openBody(context.req.raw, nodeOf(context).incoming), {
    level,
    key: await receiptKey(),
    at,
    charge,
  });
  return answerStream(context, "application/x-ndjson", answers);
}

async function streamCsv(context: Context, model: Model, at: number, charge: Charge): Promise<Response> {
  const { url, raw } = context.req;
  const { level, errors, parameters } = readLevel(url, model, [RECEIPTS, DECIMAL, ...columnNames(model.spec)]);
  const { receipts = "0" } = parameters;
  if (!/^[01]$/.test(receipts)) errors.push({ parameter: RECEIPTS, detail: `${RECEIPTS} must be 0 or 1` });
  const decimal = readDecimal(parameters);
  if ("fault" in decimal) errors.push(decimal.fault);
  if (errors.length > 0 || "fault" in decimal) return refuse(context, invalidInput(errors));
  // Who asks for receipts learns that there are none before any row is scored.
  return answeringStoreFaults(context, async () => {
    const key = receipts === "1" ? await signingKey("receipts") : undefined;
    const asking = { level, columns: readColumns(parameters), ...decimal, key, at, charge };
    const body = openBody(raw, nodeOf(context).incoming);
    return answerStream(context, "text/csv; charset=utf-8", answerCsv(model, body, asking));
  });
}
