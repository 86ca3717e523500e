import { derivedInWords } from "@/components/words";
import type { Spec } from "@/lib/model/spec";
import { formulaInWords } from "@/lib/model/term-words";
import { useWatch } from "react-hook-form";
import { deriveFromAnswers, type Answers } from "./answers";

/** The features that the model works out for itself, as they follow from what is filled in. */
export function DerivedList({ spec, text }: { spec: Spec; text: Answers }) {
  const watched = useWatch<Answers>();
  const answers = { ...text, ...watched };
  const changed = spec.inputs.some(({ name }) => (answers[name] ?? "") !== (text[name] ?? ""));
  const values = deriveFromAnswers(spec, answers);

  return (
    <div role="group" aria-labelledby="derived-features" className="border-t border-ink pt-5 mt-3">
      <h2 id="derived-features" className="pb-5 text-small text-quiet">
        Worked out from your answers
      </h2>
      {spec.derived.map((derived) => {
        const value = values[derived.name];
        const shown = value == null ? "–" : derivedInWords(derived, value);
        return (
          <div
            key={derived.name}
            className="grid items-baseline gap-x-10 border-t border-rule py-5 sm:grid-cols-[minmax(0,1fr)_17rem]"
          >
            <div>
              <label htmlFor={derived.name} className="font-medium">
                {derived.label}
              </label>
              <p className="text-small text-quiet">{derived.help ?? formulaInWords(spec, derived.formula)}</p>
            </div>
            <output id={derived.name} aria-live="off" className="px-4 text-lead">
              <span key={shown} className={changed ? "animate-changed motion-reduce:animate-none" : undefined}>
                {shown}
              </span>
            </output>
          </div>
        );
      })}
    </div>
  );
}
