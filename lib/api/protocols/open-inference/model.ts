import { z } from "zod";
import { answers } from "../../openapi/names";
import { ofModel } from "./of-model";
import { announceOutputs } from "./outputs";
import { announceInputs, announcedTensor } from "./tensor";

/** `GET /v2/models/{model}[/versions/{version}]`: the tensors that go in and come out. */
export const getModelMetadata = ofModel({
  method: "get",
  end: "",
  auth: "open",
  document: () => ({
    id: "getInferenceModel",
    summary: "Get the tensors of a model",
    description: "The input tensors, one for each input, and the output tensors.",
    answer: { schema: modelSchema, description: "the tensors by name, datatype and shape" },
  }),
  answer: (context, model) =>
    context.json({
      name: model.spec.id,
      versions: [model.version],
      platform: "glasshouse_linear_regression",
      inputs: announceInputs(model),
      outputs: announceOutputs(model),
    }),
});

const modelSchema = z
  .object({
    name: z.string(),
    versions: z.array(z.string()),
    platform: z.string(),
    inputs: z.array(announcedTensor),
    outputs: z.array(announcedTensor),
  })
  .register(answers, { id: "InferenceModel" });

/** `GET /v2/models/{model}[/versions/{version}]/ready`: a model that is there is loaded. */
export const getModelReady = ofModel({
  method: "get",
  end: "/ready",
  auth: "open",
  document: (_, what) => ({
    id: "checkInferenceModel",
    summary: "Check that a model can answer",
    description: `The ${what} is loaded and can answer.`,
    answer: { schema: modelReadySchema, description: "the model can answer" },
  }),
  answer: (context, model) => context.json({ name: model.spec.id, ready: true }),
});

const modelReadySchema = z
  .object({ name: z.string(), ready: z.boolean() })
  .register(answers, { id: "InferenceModelReady" });
