import { z } from "zod";
import { MOST_ROWS } from "../request/most-rows";
import { inferenceRequest } from "./open-inference/infer";

/** What the protocols of others send and answer, as schemas for the documentation; their own texts say the rest. */
const version = z.string();
const tensor = z.object({ name: z.string(), datatype: z.string(), shape: z.array(z.int()) });
const row = z.record(z.string(), z.unknown());
const rows = z.array(row).max(MOST_ROWS);
const columns = z.record(z.string(), z.array(z.unknown()));

export const protocolBodies = {
  InferenceRequest: inferenceRequest.describe("One tensor for each input, with an element for each row."),
  Invocation: z
    .union([
      z.object({ dataframe_split: z.object({ columns: z.array(z.string()), data: z.array(z.array(z.unknown())) }) }),
      z.object({ dataframe_records: rows }),
      z.object({ instances: z.union([rows, columns]) }),
      z.object({ inputs: z.union([rows, columns, row]) }),
    ])
    .describe("Rows in one of the forms that MLflow takes."),
};

export const protocolAnswers = {
  InferenceServer: z.object({ name: z.string(), version, extensions: z.array(z.string()) }),
  InferenceServerLive: z.object({ live: z.boolean() }),
  InferenceServerReady: z.object({ live: z.boolean(), ready: z.boolean() }),
  InferenceModel: z.object({
    name: z.string(),
    versions: z.array(version),
    platform: z.string(),
    inputs: z.array(tensor),
    outputs: z.array(tensor),
  }),
  InferenceModelReady: z.object({ name: z.string(), ready: z.boolean() }),
  InferenceResponse: z.object({
    model_name: z.string(),
    model_version: version,
    id: z.string().optional().describe("the id of the request"),
    parameters: z.object({ level: z.number(), unit: z.string().optional() }),
    outputs: z.array(
      tensor.extend({
        data: z
          .array(z.union([z.number(), z.string()]))
          .describe("numbers of a row that is refused are the text NaN; the output refusal says why"),
      }),
    ),
  }),
  InferenceError: z.object({ error: z.string() }),
  Predictions: z.object({
    predictions: z.array(z.number().nullable()).describe("one estimate for each row, null where it is refused"),
  }),
  MlflowError: z.object({ error_code: z.string(), message: z.string() }),
};
