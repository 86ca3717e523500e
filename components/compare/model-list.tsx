import type { Verdict } from "./verdict";
import { useWords } from "@/components/language/use-words";
import { useWriter } from "@/components/language/use-writer";
import { asSentence } from "@/components/words";
import type { Model } from "@/lib/model/model";
import Link from "next/link";
import { trustedMost } from "./verdict-in-words";
import { COMPARE_WORDS } from "./words";

/** The models by name, each with a link to its card. */
export function ModelList({ models, verdict }: { models: Model[]; verdict: Verdict }) {
  const trusted = trustedMost(verdict);
  const words = useWords(COMPARE_WORDS);
  const { count } = useWriter();
  const [row, rows] = words.rows as [string, string];
  const [input, inputs] = words.inputs as [string, string];
  return (
    <section aria-label={words.models} className="text-small">
      {models.map((model) => {
        const { spec, evidence } = model;
        return (
          <div key={spec.id} className="border-t border-rule py-3 first:border-t-0 lg:first:pt-0">
            <Link
              href={`/models/${spec.id}/card`}
              className="link inline-flex min-h-11 items-center font-medium lg:min-h-0"
            >
              {spec.title}
            </Link>
            <p className="mt-1 text-quiet">
              {model === trusted && `${asSentence(words.better(models.length))} `}
              {evidence
                ? words[evidence.calibration ? "measuredOn" : "trainedOn"](count(evidence.rows, row, rows))
                : words.unknownAccuracy}{" "}
              {asSentence(count(spec.inputs.length, input, inputs))}
            </p>
          </div>
        );
      })}
    </section>
  );
}
