import { bareInWords, valueInWords } from "@/components/words";
import { formatQuantity } from "@/lib/model/format";
import type { Inputs, InputValue } from "@/lib/model/inputs/schema";
import type { Evidence, SeenRange } from "@/lib/model/evidence";
import type { Input, Spec } from "@/lib/model/spec";

interface KnownRangesProps {
  spec: Spec;
  evidence: Evidence;
  inputs: Inputs;
}

/** The values of an input among the training rows: "1,650 to 16,200 sq ft", "no or yes". */
function rangeOf(input: Input, range: SeenRange): string {
  if ("min" in range) return `${bareInWords(input, range.min)} to ${valueInWords(input, range.max)}`;
  const levels = Object.keys(range.counts).filter((level) => range.counts[level]);
  return levels.map((level) => (input.kind === "boolean" ? valueInWords(input, level === "true") : level)).join(" or ");
}

function isKnown(range: SeenRange, value: InputValue): boolean {
  if ("counts" in range) return Boolean(range.counts[String(value)]);
  return typeof value === "number" && value >= range.min && value <= range.max;
}

/** What was entered against what the training data holds, with what lies outside marked. */
export function KnownRanges({ spec, evidence, inputs }: KnownRangesProps) {
  return (
    <>
      <p>Values inside these ranges, in combinations that occur together, give an estimate.</p>
      <table className="mt-6 w-full text-small">
        <thead>
          <tr className="text-left text-quiet">
            <th className="py-2 font-normal">Input</th>
            <th className="py-2 text-right font-normal">You entered</th>
            <th className="py-2 text-right font-normal">Learned from</th>
          </tr>
        </thead>
        <tbody>
          {spec.inputs.map((input) => {
            const range = evidence.ranges[input.name]!;
            const value = inputs[input.name]!;
            const known = isKnown(range, value);
            return (
              <tr key={input.name} className="border-t border-rule">
                <th scope="row" className="py-2 text-left font-normal">
                  {input.label}
                </th>
                <td className={`py-2 text-right ${known ? "" : "text-rust"}`}>
                  {valueInWords(input, value)}
                  {!known && <span className="block text-caption">outside</span>}
                </td>
                <td className="py-2 pl-3 text-right text-quiet">{rangeOf(input, range)}</td>
              </tr>
            );
          })}
        </tbody>
      </table>
    </>
  );
}
