import { Disclosure } from "@/components/disclosure";
import { fold, MOST_SHOWN } from "@/components/fold";
import { othersInWords } from "@/components/fold-words";
import { valueInWords } from "@/components/words";
import { encodeValue } from "@/lib/model/inputs/kinds";
import { extremesInWords } from "@/lib/model/inputs/words";
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
  if ("min" in range) return extremesInWords(input, range);
  const levels = Object.keys(range.counts).filter((level) => range.counts[level]);
  if (levels.length > MOST_SHOWN) return `${levels.length} levels`;
  return levels.map((level) => (input.kind === "boolean" ? valueInWords(input, level === "true") : level)).join(" or ");
}

function isKnown(input: Input, range: SeenRange, value: InputValue): boolean {
  if (value === null) return range.missing !== 0;
  if ("counts" in range) return Boolean(range.counts[String(value)]);
  const code = encodeValue(input, value);
  return code >= range.min && code <= range.max;
}

interface RowProps {
  input: Input;
  range: SeenRange;
  value: InputValue;
}

function Row({ input, range, value }: RowProps) {
  const known = isKnown(input, range, value);
  return (
    <tr>
      <th scope="row">{input.label}</th>
      <td className={known ? undefined : "text-rust"}>
        {valueInWords(input, value)}
        {!known && <span className="block text-caption">outside</span>}
      </td>
      <td className="text-quiet">{rangeOf(input, range)}</td>
    </tr>
  );
}

function Ranges({ rows }: { rows: RowProps[] }) {
  return (
    <table className="data-table">
      <thead>
        <tr>
          <th>Input</th>
          <th>You entered</th>
          <th>Seen in its rows</th>
        </tr>
      </thead>
      <tbody>
        {rows.map((row) => (
          <Row key={row.input.name} {...row} />
        ))}
      </tbody>
    </table>
  );
}

/** What was entered against what the training data holds, with what lies outside marked; of many inputs that first. */
export function KnownRanges({ spec, evidence, inputs }: KnownRangesProps) {
  const rows = spec.inputs.map((input) => ({
    input,
    range: evidence.ranges[input.name]!,
    value: inputs[input.name]!,
  }));
  const { shown, others } = fold(rows, ({ input, range, value }) => Number(!isKnown(input, range, value)));
  return (
    <>
      <p>Values inside these ranges, in combinations that occur together, give an estimate.</p>
      <Ranges rows={shown} />
      {others.length > 0 && (
        <Disclosure summary={othersInWords(others.length, "input")} className="mt-4">
          <Ranges rows={others} />
        </Disclosure>
      )}
    </>
  );
}
