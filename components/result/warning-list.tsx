import { rowNames } from "@/lib/model/row-names";
import { formPath } from "@/components/query";
import { valuesInWords } from "@/components/change-words";
import { useWords } from "@/components/language/use-words";
import { asSentence } from "@/components/words";
import { localeOf } from "@/lib/language/locale";
import { writerOf } from "@/lib/model/format";
import type { Evidence } from "@/lib/model/evidence";
import { predict } from "@/lib/model/answer/predict";
import Link from "next/link";
import type { ReportProps } from "./report-props";
import { edgeInWords, outsideInWords } from "./sentences";
import { HEAD_WORDS } from "./words";

/** The estimate at the edge of the training data, for numbers beyond it. */
function describeEdge(evidence: Evidence, { model, inputs, prediction, step }: ReportProps): string | undefined {
  const { spec } = model;
  const { ranges } = evidence;
  const moved = spec.inputs.flatMap((input) => {
    const [value, range] = [inputs[input.name]!, ranges[input.name]!];
    if (typeof value !== "number" || !("min" in range) || (value >= range.min && value <= range.max)) return [];
    return [{ input, edge: value < range.min ? range.min : range.max }];
  });
  if (moved.length === 0) return undefined;
  const edges = Object.fromEntries(moved.map(({ input, edge }) => [input.name, edge]));
  const there = predict(model, { ...inputs, ...edges });
  if (there.refusal) return undefined;
  const locale = localeOf(spec);
  const values = valuesInWords(
    spec.inputs,
    moved.map(({ input, edge }) => ({ input: input.name, value: edge })),
  );
  const write = (value: number) => writerOf(locale).quantity(value, spec.target.unit, step);
  const difference = write(Math.abs(prediction.estimate - there.estimate));
  return edgeInWords(locale, rowNames(evidence, locale).data, values, { estimate: write(there.estimate), difference });
}

/** That this estimate is outside the data, why, and what to do about it. */
export function WarningList(about: ReportProps) {
  const words = useWords(HEAD_WORDS);
  const { spec, evidence } = about.model;
  const { warnings, interval } = about.prediction;
  if (warnings.length === 0) return null;
  const edge = evidence && describeEdge(evidence, about);
  return (
    <section aria-labelledby="estimate-warnings" className="mb-10 max-w-[38rem] border-l-2 border-rust pl-5">
      <h2 id="estimate-warnings" className="font-medium text-rust">
        {words.care}
      </h2>
      <ul className="mt-1 space-y-1">
        {warnings.map(({ code, input, detail }) => (
          <li key={`${code} ${input}`}>{asSentence(detail)}</li>
        ))}
      </ul>
      <p className="mt-2 text-quiet">
        {outsideInWords(spec, interval !== null)} {edge}{" "}
        <Link href={formPath(spec, about.inputs, { level: about.level })} className="link screen-only">
          {words.check}
        </Link>
      </p>
    </section>
  );
}
