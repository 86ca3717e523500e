import { z } from "zod";
import { DEFAULT_LEVEL, levelBounds } from "../../../model/answer/level";
import { exampleRows } from "../../../model/inputs/example";
import type { Model } from "../../../model/model";
import { score } from "../../../service/score";
import { mapInTurns } from "../../../service/turns";
import { answers } from "../../openapi/names";
import { refuse } from "../../problem/refuse";
import type { Problem } from "../../problem/schema";
import { admitBatch } from "../../request/admit-batch";
import { readJson } from "../../request/read-json";
import { needs, readRows } from "../../request/read-rows";
import { ofModel } from "./of-model";
import { outputNames, outputsOf, toTensor } from "./outputs";
import { announcedTensor, announceInputs, tensorSchema, toRows } from "./tensor";

/** Objects are open: clients add parameters of other servers, which mean nothing here. */
const inferenceRequest = z
  .object(
    {
      id: z.string({ error: "must be a string" }).optional(),
      parameters: z
        .object({ level: z.number({ error: "must be a number" }).optional() }, { error: "must be an object" })
        .optional(),
      inputs: z.array(tensorSchema, { error: "must be a list of tensors, one for each input" }),
      outputs: z
        .array(
          z.object(
            { name: z.enum(outputNames, { error: `must be one of ${outputNames.join(", ")}` }) },
            { error: "must be an object with name" },
          ),
          { error: "must be a list" },
        )
        .optional(),
    },
    { error: "must be an object with inputs" },
  )
  .describe("One tensor for each input, with an element for each row.");

const inferenceResponse = z
  .object({
    model_name: z.string(),
    model_version: z.string(),
    id: z.string().optional().describe("the id of the request"),
    parameters: z.object({ level: z.number(), unit: z.string().optional() }),
    outputs: z.array(
      announcedTensor.extend({
        data: z
          .array(z.union([z.number(), z.string()]))
          .describe(
            "where the model refuses a row, its numbers are the text NaN and the output refusal has the reason",
          ),
      }),
    ),
  })
  .register(answers, { id: "InferenceResponse" });

/** `POST /v2/models/{model}[/versions/{version}]/infer`: estimates of all rows, as tensors. */
export const postInfer = ofModel({
  method: "post",
  end: "/infer",
  auth: "predict",
  document: ([first]) => ({
    id: "infer",
    summary: "Estimate rows sent as tensors",
    description: "The level of the intervals is a parameter of the body. All rows must be valid.",
    body: {
      name: "InferenceRequest",
      schema: inferenceRequest,
      examples: first ? { typical: { inputs: exampleTensors(first) } } : {},
    },
    answer: { schema: inferenceResponse, description: "tensors with an element for each row" },
  }),
  async answer(context, model) {
    const admitted = await admitBatch(context);
    if ("refused" in admitted) return admitted.refused;
    const body = await readJson(context.req.raw);
    if ("problem" in body) return refuse(context, body.problem);
    const answer = await infer(model, body.value, admitted.charge);
    return "problem" in answer ? refuse(context, answer.problem) : context.json(answer);
  },
});

/** The two examples of a model as tensors of two elements. */
function exampleTensors(model: Model) {
  const rows = exampleRows(model);
  return announceInputs(model).map((tensor) => ({
    ...tensor,
    shape: [rows.length],
    data: rows.map((row) => row[tensor.name]),
  }));
}

async function infer(
  model: Model,
  body: unknown,
  charge: (rows: number) => void,
): Promise<{ problem: Problem } | object> {
  const read = inferenceRequest.safeParse(body);
  if (!read.success) {
    const { path, message } = read.error.issues[0]!;
    return needs(`${path.join(".") || "the body"} ${message}`);
  }
  const { id, parameters, inputs, outputs } = read.data;
  const level = parameters?.level ?? DEFAULT_LEVEL;
  const { lowest, highest } = levelBounds(model);
  if (level < lowest || level > highest) return needs(`parameters.level must be between ${lowest} and ${highest}`);

  const rows = toRows(inputs);
  if (typeof rows === "string") return needs(rows);
  const valid = await readRows(model, rows);
  if ("problem" in valid) return valid;

  charge(valid.rows.length);
  const predictions = await mapInTurns(valid.rows, (row) => score(model, row, { level }).prediction);
  const known = outputsOf(model);
  const wanted = outputs?.length ? new Set(outputs.map(({ name }) => name)) : known;
  const names = [...wanted].filter((name) => known.includes(name));
  return {
    model_name: model.spec.id,
    model_version: model.version,
    id,
    parameters: { level, unit: model.spec.target.unit },
    outputs: names.map((name) => toTensor(name, predictions)),
  };
}
