import { predict } from "../../../model/answer/predict";
import { inSentence } from "../../../model/format";
import { exampleInputs } from "../../../model/inputs/example";
import { nameOf } from "../../openapi/names";
import { refuse } from "../../problem/refuse";
import { callOf } from "../../request/call";
import { takeSteps } from "../../request/steps";
import { resource } from "../../resource";
import { predictionAnswer } from "./answer";
import { inputsBody, levelParameter, versionParameter } from "./inputs";
import { predictionSchema } from "./schema";
import { PredictWork, predictSteps } from "./steps";

/** `POST /api/models/{model}/predict?level=`: the explained estimate for the inputs in the body, or a refusal. */
export const postPredict = resource({
  method: "post",
  path: "/api/models/:model/predict",
  auth: "predict-or-page",
  eachModel: (model) => {
    const inputs = exampleInputs(model);
    return {
      id: `predict${nameOf(model.spec.id)}`,
      summary: `Estimate the ${inSentence(model.spec.target)}`,
      description:
        "Send the inputs by name. Where an estimate would mislead, the response is a refusal with its reason.",
      query: { level: levelParameter(model), version: versionParameter },
      body: { ...inputsBody(model), examples: { typical: inputs } },
      answer: {
        schema: predictionSchema,
        description: "an estimate with its interval and contributions, or a refusal",
        examples: { estimate: predictionAnswer(model, predict(model, inputs)) },
      },
    };
  },
  async handler(context) {
    const work = new PredictWork(context.req.param("model"), callOf(context));
    const problem = await takeSteps(predictSteps, work);
    if (problem) return refuse(context, problem);
    const { prediction, receipt } = work.predict();
    return context.json(predictionAnswer(work.model, prediction, receipt), 200);
  },
});
