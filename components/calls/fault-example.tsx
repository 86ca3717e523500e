import { faultyBody } from "./question";
import { useWords } from "@/components/language/use-words";
import { writeJson } from "@/components/docs/write-json";
import { invalidInput, pointAt } from "@/lib/api/problem/problem";
import { typeOf, type ProblemKind } from "@/lib/api/problem/problem-kinds";
import { faultsOf, type Inputs } from "@/lib/model/inputs/schema";
import type { Model } from "@/lib/model/model";
import { originalOf } from "@/lib/model/translate";
import { CodeSample } from "./code-sample";
import { CALLS_WORDS } from "./words";

function linkToProblem(kind: ProblemKind) {
  return function ProblemLink(text: string) {
    return (
      <a href={typeOf(kind)} className="link">
        {text}
      </a>
    );
  };
}

/** The response to a body at fault, and where the other kinds of errors are explained. */
export function FaultExample({ model, inputs }: { model: Model; inputs: Inputs }) {
  const words = useWords(CALLS_WORDS);
  const { name, value } = faultyBody(model.spec, inputs);
  const { error } = originalOf(model).schema.safeParse({ ...inputs, [name]: value });
  const problem = invalidInput(pointAt(error ? faultsOf(error) : []));
  return (
    <>
      <p className="mb-4 max-w-[38rem]">
        {words.everyError(
          linkToProblem("invalid-input"),
          <code className="font-mono text-small wrap-anywhere">{`"${name}": ${JSON.stringify(value)}`}</code>,
          problem.status,
        )}
      </p>
      <CodeSample id="problem" title={words.errorResponse} text={writeJson(problem)} />
      <p className="mt-6 max-w-[38rem] text-small text-quiet">
        {words.limits(linkToProblem("needs-key"), linkToProblem("too-many-requests"))}
      </p>
    </>
  );
}
