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

/** What a body at fault is answered with, and where the other kinds are explained. */
export function FaultExample({ model, inputs }: { model: Model; inputs: Inputs }) {
  const { name, value } = faultyBody(model.spec, inputs);
  const { error } = model.schema.safeParse({ ...inputs, [name]: value });
  const problem = invalidInput(pointAt(error ? faultsOf(error) : []));
  return (
    <>
      <p className="mb-6 max-w-[38rem]">
        A fault has a status of 400 or more and an answer that says what is needed, of the same form for{" "}
        <ToProblem kind="invalid-input">every kind of problem</ToProblem>. So it is for{" "}
        <span className="font-mono text-small wrap-anywhere">{`"${name}": ${JSON.stringify(value)}`}</span>, with status{" "}
        {problem.status}.
      </p>
      <CodeSample id="problem" title="A problem" text={writeJson(problem)} />
      <p className="mt-6 max-w-[38rem] text-small text-quiet">
        Whoever runs this server may ask for <ToProblem kind="needs-key">a key</ToProblem> and limit{" "}
        <ToProblem kind="too-many-requests">how many requests</ToProblem> a client makes in a minute.
      </p>
    </>
  );
}
