import type { Question } from "./question";
import { enteredQuery, estimatePath, formPath } from "@/components/query";
import { asSentence } from "@/components/words";
import { withBase } from "@/lib/base-path";
import type { Spec } from "@/lib/model/spec";

/** Where the inputs of the samples come from, and where to change them. */
export function Asked({ spec, query, question }: { spec: Spec; query: URLSearchParams; question: Question }) {
  const { inputs, typical, faults } = question;
  const faulty = `/models/${spec.id}/estimate?${enteredQuery(spec, query)}`;
  return (
    <>
      {faults.length > 0 && (
        <p className="mt-6 max-w-[38rem] border-l-2 border-rust pl-4">
          {asSentence(`the inputs in this address are not valid: ${faults.map(({ detail }) => detail).join("; ")}`)} The
          samples show a typical example;{" "}
          <a href={withBase(faulty)} className="link">
            correct the inputs in the form
          </a>
          .
        </p>
      )}
      <div className="mt-2 flex flex-wrap items-center gap-x-8 text-small">
        <p>{typical ? "The inputs are a typical example." : "The inputs are those of your estimate."}</p>
        <a href={withBase(formPath(spec, inputs))} className="screen-only link inline-flex min-h-11 items-center">
          Change the inputs
        </a>
        <a href={withBase(estimatePath(spec, inputs))} className="screen-only link inline-flex min-h-11 items-center">
          See the estimate
        </a>
      </div>
    </>
  );
}
