import { Disclosure } from "@/components/disclosure";
import { fold, MOST_SHOWN } from "@/components/fold";
import { othersInWords } from "@/components/fold-words";
import { useWords } from "@/components/language/use-words";
import { useWriter } from "@/components/language/use-writer";
import { encodeValue } from "@/lib/model/inputs/kinds";
import { extremesInWords, valueInWords } from "@/lib/model/inputs/words";
import type { Inputs, InputValue } from "@/lib/model/inputs/schema";
import type { Evidence, SeenRange } from "@/lib/model/evidence";
import { rowNames } from "@/lib/model/row-names";
import type { Input, Spec } from "@/lib/model/spec";
import { useLocale } from "#locale";
import { REFUSAL_PAGE_WORDS } from "./words";

interface KnownRangesProps {
  spec: Spec;
  evidence: Evidence;
  inputs: Inputs;
}

/** The values of an input among the training rows: "1,650 to 16,200 sq ft", "no or yes". */
function SeenValues({ input, range }: { input: Input; range: SeenRange }) {
  const words = useWords(REFUSAL_PAGE_WORDS);
  const write = useWriter();
  if ("min" in range) return extremesInWords(input, range);
  const levels = Object.keys(range.counts).filter((level) => range.counts[level]);
  if (levels.length > MOST_SHOWN) return words.levels(write.quantity(levels.length));
  return levels.map((level) => valueInWords(input, input.kind === "boolean" ? level === "true" : level)).join(words.or);
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
  const words = useWords(REFUSAL_PAGE_WORDS);
  const known = isKnown(input, range, value);
  return (
    <tr>
      <th scope="row">{input.label}</th>
      <td className={known ? undefined : "text-rust"}>
        {valueInWords(input, value)}
        {!known && <span className="block text-caption">{words.outside}</span>}
      </td>
      <td className="text-quiet">
        <SeenValues input={input} range={range} />
      </td>
    </tr>
  );
}

function Ranges({ rows, data }: { rows: RowProps[]; data: string }) {
  const words = useWords(REFUSAL_PAGE_WORDS);
  return (
    <table className="data-table">
      <thead>
        <tr>
          <th>{words.input}</th>
          <th>{words.entered}</th>
          <th>{words.seen(data)}</th>
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

/** What was entered beside what is in the training data; values outside are marked, and of many inputs come first. */
export function KnownRanges({ spec, evidence, inputs }: KnownRangesProps) {
  const words = useWords(REFUSAL_PAGE_WORDS);
  const locale = useLocale();
  const { data } = rowNames(evidence, locale);
  const rows = spec.inputs.map((input) => ({
    input,
    range: evidence.ranges[input.name]!,
    value: inputs[input.name]!,
  }));
  const { shown, others } = fold(rows, ({ input, range, value }) => Number(!isKnown(input, range, value)));
  return (
    <>
      <p>{words.inRanges}</p>
      <Ranges rows={shown} data={data} />
      {others.length > 0 && (
        <Disclosure summary={othersInWords(others.length, "input", locale)} className="mt-4">
          <Ranges rows={others} data={data} />
        </Disclosure>
      )}
    </>
  );
}
