import { announce } from "@/lib/api/protocols/open-inference/tensor";
import type { Inputs } from "@/lib/model/inputs/schema";
import type { Spec } from "@/lib/model/spec";

/** The same prediction by another protocol, with its address and its body. */
export interface OtherCall {
  id: "batch" | "open-inference" | "mlflow";
  path: string;
  body: object;
}

/** The inputs as one row in the body of each other protocol. */
export function otherCalls({ id, inputs: described }: Pick<Spec, "id" | "inputs">, inputs: Inputs): OtherCall[] {
  const tensors = described.map((input) => ({ ...announce(input), shape: [1], data: [inputs[input.name]] }));
  return [
    {
      id: "batch",
      path: `/api/models/${id}/predict/batch`,
      body: { rows: [inputs] },
    },
    {
      id: "open-inference",
      path: `/v2/models/${id}/infer`,
      body: { inputs: tensors },
    },
    { id: "mlflow", path: `/invocations?model=${id}`, body: { dataframe_records: [inputs] } },
  ];
}
