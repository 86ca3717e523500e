import { useWords } from "@/components/language/use-words";
import { enteredQuery, estimatePath, formPath } from "@/components/query";
import { asSentence } from "@/components/words";
import { withBase } from "@/lib/base-path";
import type { Spec } from "@/lib/model/spec";
import type { Question } from "./question";
import { linkTo } from "@/components/text-link";
import { CALLS_WORDS } from "./words";

/** Where the inputs of the samples come from, and where to change them. */
export function Asked({ spec, query, question }: { spec: Spec; query: URLSearchParams; question: Question }) {
  const words = useWords(CALLS_WORDS);
  const { inputs, typical, faults } = question;
  const faulty = `/models/${spec.id}/estimate?${enteredQuery(spec, query)}`;
  return (
    <>
      {faults.length > 0 && (
        <p className="mt-6 max-w-[38rem] border-l-2 border-rust pl-4">
          {words.notValid} {faults.map(({ detail }) => asSentence(detail)).join(" ")}{" "}
          {words.showsExample(linkTo(faulty))}
        </p>
      )}
      <div className="mt-2 flex flex-wrap items-center gap-x-8 text-small">
        <p>{typical ? words.typical : words.yours}</p>
        <a href={withBase(formPath(spec, inputs))} className="screen-only link inline-flex min-h-11 items-center">
          {words.change}
        </a>
        <a href={withBase(estimatePath(spec, inputs))} className="screen-only link inline-flex min-h-11 items-center">
          {words.seeEstimate}
        </a>
      </div>
    </>
  );
}
