import { announce } from "@/lib/api/protocols/open-inference/tensor";
import type { Inputs } from "@/lib/model/inputs/schema";
import type { Spec } from "@/lib/model/spec";

/** Another way to ask the same, with its address and the body it takes. */
export interface OtherCall {
  id: string;
  title: string;
  path: string;
  body: object;
}

/** The inputs as one row in each of the other bodies that are understood. */
export function otherCalls({ id, inputs: described }: Pick<Spec, "id" | "inputs">, inputs: Inputs): OtherCall[] {
  const tensors = described.map((input) => ({ ...announce(input), shape: [1], data: [inputs[input.name]] }));
  return [
    {
      id: "batch",
      title: "Many rows in one request",
      path: `/api/models/${id}/predict/batch`,
      body: { rows: [inputs] },
    },
    {
      id: "open-inference",
      title: "Open Inference Protocol",
      path: `/v2/models/${id}/infer`,
      body: { inputs: tensors },
    },
    { id: "mlflow", title: "MLflow", path: `/invocations?model=${id}`, body: { dataframe_records: [inputs] } },
  ];
}
