import { faultyBody } from "./question";
import { writeJson } from "@/components/docs/write-json";
import { invalidInput, pointAt } from "@/lib/api/problem/problem";
import { typeOf, type ProblemKind } from "@/lib/api/problem/problem-kinds";
import { faultsOf, type Inputs } from "@/lib/model/inputs/schema";
import type { Model } from "@/lib/model/model";
import { CodeSample } from "./code-sample";

function ToProblem({ kind, children }: { kind: ProblemKind; children: string }) {
  return (
    <a href={typeOf(kind)} className="link">
      {children}
    </a>
  );
}

/** The response to a body at fault, and where the other kinds of errors are explained. */
export function FaultExample({ model, inputs }: { model: Model; inputs: Inputs }) {
  const { name, value } = faultyBody(model.spec, inputs);
  const { error } = model.schema.safeParse({ ...inputs, [name]: value });
  const problem = invalidInput(pointAt(error ? faultsOf(error) : []));
  return (
    <>
      <p className="mb-4 max-w-[38rem]">
        Errors have status 4xx or 5xx and a problem+json body, the same for{" "}
        <ToProblem kind="invalid-input">every kind of error</ToProblem>. With{" "}
        <span className="font-mono text-small wrap-anywhere">{`"${name}": ${JSON.stringify(value)}`}</span>, the
        response has status {problem.status} and names the field:
      </p>
      <CodeSample id="problem" title="Error response" text={writeJson(problem)} />
      <p className="mt-6 max-w-[38rem] text-small text-quiet">
        A server may need <ToProblem kind="needs-key">a key</ToProblem> (401) and limits{" "}
        <ToProblem kind="too-many-requests">the requests in a minute</ToProblem> (429).
      </p>
    </>
  );
}
