import { rowNames } from "@/lib/model/row-names";
import { formPath } from "@/components/query";
import { asSentence, valueInWords } from "@/components/words";
import { formatQuantity, inSentence } from "@/lib/model/format";
import type { Evidence } from "@/lib/model/evidence";
import { predict } from "@/lib/model/answer/predict";
import Link from "next/link";
import type { ReportProps } from "./report-props";
import { edgeInWords, outsideInWords } from "./sentences";

/** What the model says where it last knows its ground: at the edge of the training data, for numbers beyond it. */
function describeEdge({ ranges }: Evidence, { model, inputs, prediction, step }: ReportProps): string | undefined {
  const { spec } = model;
  const moved = spec.inputs.flatMap((input) => {
    const [value, range] = [inputs[input.name]!, ranges[input.name]!];
    if (typeof value !== "number" || !("min" in range) || (value >= range.min && value <= range.max)) return [];
    return [{ input, edge: value < range.min ? range.min : range.max }];
  });
  if (moved.length === 0) return undefined;
  const edges = Object.fromEntries(moved.map(({ input, edge }) => [input.name, edge]));
  const there = predict(model, { ...inputs, ...edges });
  if (there.refusal) return undefined;
  const values = moved
    .map(({ input, edge }) => `${inSentence(input.label)} ${valueInWords(input, edge)}`)
    .join(" and ");
  const write = (value: number) => formatQuantity(value, spec.target.unit, step);
  const difference = Math.abs(prediction.estimate - there.estimate);
  return edgeInWords(rowNames(model.evidence).data, values, write(there.estimate), write(difference));
}

/** That this estimate lies outside the data, why, and what to do about it. */
export function WarningList(about: ReportProps) {
  const { evidence } = about.model;
  const { warnings, interval } = about.prediction;
  if (warnings.length === 0) return null;
  const edge = evidence && describeEdge(evidence, about);
  return (
    <section aria-labelledby="estimate-warnings" className="mb-10 max-w-[38rem] border-l-2 border-rust pl-5">
      <h2 id="estimate-warnings" className="font-medium text-rust">
        Take this estimate with care
      </h2>
      <ul className="mt-1 space-y-1">
        {warnings.map(({ code, input, detail }) => (
          <li key={`${code} ${input}`}>{asSentence(detail)}</li>
        ))}
      </ul>
      <p className="mt-2 text-quiet">
        {outsideInWords(interval !== null)} {edge}{" "}
        <Link href={formPath(about.model.spec, about.inputs)} className="link screen-only">
          Check what you entered
        </Link>
      </p>
    </section>
  );
}
