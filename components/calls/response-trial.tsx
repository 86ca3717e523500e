import { writeJson } from "@/components/docs/write-json";
import { predictionAnswer } from "@/lib/api/resources/predict/answer";
import { predict } from "@/lib/model/answer/predict";
import type { Inputs } from "@/lib/model/inputs/schema";
import type { Model } from "@/lib/model/model";
import { originalOf } from "@/lib/model/translate";
import { TryIt } from "./try-it";

interface ResponseTrialProps {
  model: Model;
  inputs: Inputs;
  /** Of the page, for the call that it sends itself. */
  token: string;
}

/** The response to the prediction for these inputs, and the button that sends the request from the page. */
export function ResponseTrial({ model, inputs, token }: ResponseTrialProps) {
  // The API answers programs in English.
  const asked = originalOf(model);
  const body = JSON.stringify(inputs);
  return (
    <TryIt
      key={body}
      path={`/api/models/${model.spec.id}/predict`}
      body={body}
      token={token}
      example={writeJson(predictionAnswer(asked, predict(asked, inputs), "…"))}
    />
  );
}
