import type { Context } from "hono";
import { z } from "zod";
import type { Model } from "../../../model/model";
import { DEFAULT_LEVEL } from "../../../model/answer/predict";
import type { Problem } from "../../problem/schema";
import { refuseInOpenInference } from "../../problem/dialect";
import { levelBounds } from "../../../model/answer/level";
import { readJson } from "../../request/read-json";
import { needs, readRows } from "../../request/read-rows";
import { score } from "../../../service/score";
import { findServed } from "./metadata";
import { outputNames, toTensor } from "./outputs";
import { tensorSchema, toRows } from "./tensor";

/** Objects are open: clients add parameters of other servers, which mean nothing here. */
export const inferenceRequest = z.object(
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
);

/** `POST /v2/models/{model}[/versions/{version}]/infer`: estimates of all rows, as tensors. */
export async function postInfer(context: Context) {
  const served = await findServed(context);
  if ("problem" in served) return refuseInOpenInference(context, served.problem);

  const body = await readJson(context.req.raw);
  if ("problem" in body) return refuseInOpenInference(context, body.problem);

  const answer = infer(served.model, body.value);
  return "problem" in answer ? refuseInOpenInference(context, answer.problem) : context.json(answer);
}

function infer(model: Model, body: unknown): { problem: Problem } | object {
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
  const valid = readRows(model, rows);
  if ("problem" in valid) return valid;

  const predictions = valid.inputs.map((row) => score(model, row, { level }).prediction);
  const names = outputs?.length ? [...new Set(outputs.map(({ name }) => name))] : outputNames;
  return {
    model_name: model.spec.id,
    model_version: model.version,
    id,
    parameters: { level, unit: model.spec.target.unit },
    outputs: names.map((name) => toTensor(name, predictions)),
  };
}
