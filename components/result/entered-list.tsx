import { Disclosure } from "@/components/disclosure";
import { fold } from "@/components/fold";
import { othersInWords } from "@/components/fold-words";
import { FoldedTable } from "@/components/folded-table";
import { formPath } from "@/components/query";
import { useWords } from "@/components/language/use-words";
import { derivedInWords } from "@/components/words";
import type { Inputs } from "@/lib/model/inputs/schema";
import { valueInWords } from "@/lib/model/inputs/words";
import type { Contribution } from "@/lib/model/answer/predict";
import type { Input, Spec } from "@/lib/model/spec";
import Link from "next/link";
import { useLocale } from "#locale";
import { importanceOf } from "./importance";
import { HEAD_WORDS } from "./words";

/** A value of at most this many characters keeps its unit on the same line. */
const SHORT = 20;

/** What was entered, and what is calculated from it. */
export function EnteredList({
  spec,
  inputs,
  derived,
  contributions,
}: {
  spec: Spec;
  inputs: Inputs;
  derived: Record<string, number>;
  contributions: readonly Contribution[] | null;
}) {
  const words = useWords(HEAD_WORDS);
  const locale = useLocale();
  const { shown, others } = fold(spec.inputs, importanceOf(contributions));
  const entered = (input: Input) => [input.label, valueInWords(input, inputs[input.name]!)] as const;
  const worked = fold(spec.derived, () => 0).shown.map(
    (feature) => [feature.label, derivedInWords(feature, derived[feature.name]!)] as const,
  );
  return (
    <section aria-label={words.entered} className="text-small">
      <Link href={formPath(spec)} className="link inline-flex min-h-11 items-center font-medium lg:hidden print:inline">
        {spec.title}
      </Link>
      <dl className="mt-2 border-b border-rule">
        {[...shown.map(entered), ...worked].map(([label, value], index) => (
          <div key={label} className="flex justify-between gap-4 border-t border-rule py-1.5 print:py-0.5">
            <dt className="text-quiet">{label}</dt>
            <dd
              className={`text-right ${index < shown.length ? "" : "text-quiet"} ${value.length <= SHORT ? "whitespace-nowrap" : ""}`}
            >
              {value}
            </dd>
          </div>
        ))}
      </dl>
      {others.length > 0 && (
        <Disclosure summary={othersInWords(others.length, "answer", locale)} className="open-in-print">
          <FoldedTable columns={[words.answer, words.value]} rows={others.map(entered)} />
        </Disclosure>
      )}
    </section>
  );
}
