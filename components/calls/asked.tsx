import type { Question } from "./question";
import { inputsInWords } from "@/components/change-words";
import { estimatePath, formPath, readQuery } from "@/components/query";
import { asSentence } from "@/components/words";
import { withBase } from "@/lib/base-path";
import type { Spec } from "@/lib/model/spec";

/** What the calls below ask, and where to change it. */
export function Asked({ spec, query, question }: { spec: Spec; query: URLSearchParams; question: Question }) {
  const { inputs, typical, faults } = question;
  const faulty = `/models/${spec.id}/estimate?${new URLSearchParams(readQuery(spec, query))}`;
  return (
    <>
      {faults.length > 0 && (
        <p className="mt-6 max-w-[38rem] border-l-2 border-rust pl-4">
          {asSentence(`the answers in this address cannot be used: ${faults.map(({ detail }) => detail).join("; ")}`)}{" "}
          What follows asks for a typical example;{" "}
          <a href={withBase(faulty)} className="link">
            correct your answers in the form
          </a>
          .
        </p>
      )}
      <p className="mt-6 max-w-[38rem] text-small">
        {typical ? "A typical example" : "What you entered"}: {inputsInWords(spec.inputs, inputs)}.
      </p>
      <p className="screen-only mt-2 flex flex-wrap gap-x-8 text-small">
        <a href={withBase(formPath(spec, inputs))} className="link inline-flex min-h-11 items-center">
          Change the answers
        </a>
        <a href={withBase(estimatePath(spec, inputs))} className="link inline-flex min-h-11 items-center">
          See the estimate
        </a>
      </p>
    </>
  );
}
