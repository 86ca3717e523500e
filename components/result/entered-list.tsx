import { formPath } from "@/components/query";
import { derivedInWords, valueInWords } from "@/components/words";
import type { Inputs } from "@/lib/model/inputs/schema";
import type { Spec } from "@/lib/model/spec";
import Link from "next/link";

/** What was entered, and what followed from it. */
export function EnteredList({
  spec,
  inputs,
  derived,
}: {
  spec: Spec;
  inputs: Inputs;
  derived: Record<string, number>;
}) {
  const entered = spec.inputs.map((input) => [input.label, valueInWords(input, inputs[input.name]!)] as const);
  const worked = spec.derived.map(
    (feature) => [feature.label, derivedInWords(feature, derived[feature.name]!)] as const,
  );
  return (
    <section aria-label="What you entered" className="text-small">
      <Link href={formPath(spec)} className="link inline-flex min-h-11 items-center font-medium lg:min-h-0">
        {spec.title}
      </Link>
      <dl className="mt-2 border-b border-rule">
        {[...entered, ...worked].map(([label, value], index) => (
          <div key={label} className="flex justify-between gap-4 border-t border-rule py-1.5 print:py-0.5">
            <dt className="text-quiet">{label}</dt>
            <dd className={index < entered.length ? "text-right" : "text-right text-quiet"}>{value}</dd>
          </div>
        ))}
      </dl>
      <Link href={formPath(spec, inputs)} className="link screen-only inline-flex min-h-11 items-center">
        Change
      </Link>
    </section>
  );
}
