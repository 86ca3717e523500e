import type { Context } from "hono";
import type { InputValue } from "../../../model/inputs/schema";
import { readInputs } from "../../../model/inputs/read-inputs";
import { findModel } from "../../../registry/registry";
import { predictionAnswer } from "./prediction-answer";
import { invalidInput, noSuchModel, pointAt, refuse } from "../../problem/problem";
import { readJson } from "../../request/read-json";
import { readLevel } from "../../request/read-level";
import { score } from "../../../service/score";
import { receiptKey } from "../../../service/signing-key";
import { readTime } from "../../request/simulated-time";

/** What the typed client sends; what arrives is unknown until the model's schema has read it. */
export interface Asked<Body = Record<string, InputValue>> {
  in: { json: Body; query: { level?: string } };
  out: object;
}

/** `POST /api/models/{model}/predict?level=`: the explained estimate for the inputs in the body, or a refusal. */
export async function postPredict(context: Context<object, "/api/models/:model/predict", Asked>) {
  const model = await findModel(context.req.param("model"));
  if (!model) return refuse(context, noSuchModel());

  const time = readTime(context);
  if ("problem" in time) return refuse(context, time.problem);

  const body = await readJson(context.req.raw);
  if ("problem" in body) return refuse(context, body.problem);

  const { level, errors } = readLevel(context.req.url, model);
  const read = readInputs(model, body.value);
  if ("faults" in read) return refuse(context, invalidInput([...errors, ...pointAt(read.faults)]));
  if (errors.length > 0) return refuse(context, invalidInput(errors));

  const { prediction, receipt } = score(model, read.inputs, { level, key: await receiptKey(), at: time.at });
  return context.json(predictionAnswer(model, prediction, receipt), 200);
}
