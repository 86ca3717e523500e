import { useWords } from "@/components/language/use-words";
import { useWriter } from "@/components/language/use-writer";
import { derivedInWords } from "@/components/words";
import type { Spec } from "@/lib/model/spec";
import { deriveFromAnswers, type Answers } from "./answers";
import { useAnswers } from "./use-answers";
import { FORM_WORDS } from "./words";

/** The features that the model calculates from the answers, as far as these can be read. */
export function DerivedLine({ spec, text }: { spec: Spec; text: Answers }) {
  const words = useWords(FORM_WORDS);
  const { inSentence } = useWriter();
  const values = deriveFromAnswers(spec, useAnswers(text));
  const known = spec.derived.flatMap((derived) => {
    const value = values[derived.name];
    return value == null ? [] : [{ ...derived, value }];
  });
  return (
    <p className="mt-4 min-h-[1.5em] text-small text-quiet">
      {known.length > 0 && `${words.calculated} `}
      {known.map((derived, index) => (
        <span key={derived.name}>
          {index > 0 && ", "}
          {inSentence(derived)}{" "}
          <output aria-label={derived.label} aria-live="off" className="whitespace-nowrap">
            {derivedInWords(derived, derived.value)}
          </output>
        </span>
      ))}
    </p>
  );
}
