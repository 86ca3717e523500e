import { predict } from "../../../model/answer/predict";
import { inSentence } from "../../../model/format";
import { exampleInputs } from "../../../model/inputs/example";
import { readInputs } from "../../../model/inputs/read-inputs";
import { score } from "../../../service/score";
import { receiptKey } from "../../../service/signing-key";
import { nameOf } from "../../openapi/names";
import { invalidInput, pointAt } from "../../problem/problem";
import { refuse } from "../../problem/refuse";
import { findServed } from "../../request/find-served";
import { readJson } from "../../request/read-json";
import { readLevel } from "../../request/read-level";
import { readTime } from "../../request/simulated-time";
import { resource } from "../../resource";
import { predictionAnswer } from "./answer";
import { inputsBody, levelParameter } from "./inputs";
import { predictionSchema } from "./schema";

/** `POST /api/models/{model}/predict?level=`: the explained estimate for the inputs in the body, or a refusal. */
export const postPredict = resource({
  method: "post",
  path: "/api/models/:model/predict",
  auth: "predict-or-page",
  eachModel: (model) => {
    const inputs = exampleInputs(model);
    return {
      id: `predict${nameOf(model.spec.id)}`,
      summary: `Estimate the ${inSentence(model.spec.target.label)}`,
      description: "Inputs go by name. Where a number would mislead, the answer is a refusal with its reason.",
      query: { level: levelParameter(model) },
      body: { ...inputsBody(model), examples: { typical: inputs } },
      answer: {
        schema: predictionSchema,
        description: "an estimate with its range and its reasons, or a refusal",
        examples: { estimate: predictionAnswer(model, predict(model, inputs)) },
      },
    };
  },
  async handler(context) {
    const served = await findServed(context.req.param("model"));
    if ("problem" in served) return refuse(context, served.problem);
    const { model } = served;

    const time = readTime(context);
    if ("problem" in time) return refuse(context, time.problem);

    const body = await readJson(context.req.raw);
    if ("problem" in body) return refuse(context, body.problem);

    const { level, errors } = readLevel(context.req.url, model);
    const read = readInputs(model, body.value);
    if ("faults" in read) return refuse(context, invalidInput([...errors, ...pointAt(read.faults)]));
    if (errors.length > 0) return refuse(context, invalidInput(errors));

    const { prediction, receipt } = score(model, read, { level, key: await receiptKey(), at: time.at });
    return context.json(predictionAnswer(model, prediction, receipt), 200);
  },
});
