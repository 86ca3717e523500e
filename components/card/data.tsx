import { DataTable } from "@/components/chart/data-table";
import { bareInWords, countInWords, valueInWords } from "@/components/words";
import type { Evidence, SeenRange } from "@/lib/model/evidence";
import { formatQuantity } from "@/lib/model/format";
import { kindOf } from "@/lib/model/inputs/kinds";
import type { Model } from "@/lib/model/model";
import type { Input } from "@/lib/model/spec";
import { extent } from "d3-array";
import { tableInWords } from "./sentences";
import { UNSEEN_DATA } from "./unknown-sentences";

/** "1,650 to 16,200 sq ft"; "97 yes, 449 no". */
function heldOf(input: Input, range: SeenRange): string {
  if ("min" in range) return `${bareInWords(input, range.min)} to ${valueInWords(input, range.max)}`;
  const name = (level: string) => (input.kind === "boolean" ? valueInWords(input, level === "true") : level);
  return Object.entries(range.counts)
    .map(([level, count]) => `${formatQuantity(count)} ${name(level)}`)
    .reverse()
    .join(", ");
}

function TableHash({ data }: { data: string | null }) {
  if (data === null) return null;
  return (
    <p className="mt-5 text-caption text-quiet">
      SHA-256 of the table: <code className="break-all">{data}</code>. It tells whether a copy of the table is the same,
      and training on the same table again gives this very model.
    </p>
  );
}

/** The rows, where they are from, and how far they reach. */
export function Data({ model: { spec, predictor, provenance }, evidence }: { model: Model; evidence: Evidence }) {
  const { target } = spec;
  const { edges } = evidence.histogram;
  // Of a large table the background is a sample, which need not hold the extremes.
  const whole = evidence.background.actual.length === evidence.rows;
  const [least = 0, most = 0] = whole ? extent(evidence.background.actual) : [edges[0], edges.at(-1)];
  return (
    <>
      <p className="max-w-[38rem]">{spec.card.source}</p>
      <p className="mt-4 max-w-[38rem]">{tableInWords(evidence, predictor.explain?.rows ?? null)}</p>
      <DataTable
        caption="What the rows hold"
        columns={["Column", "In the rows"]}
        rows={[
          [
            target.label,
            `${whole ? "" : "about "}${formatQuantity(least, target.unit)} to ${formatQuantity(most, target.unit)}`,
          ],
          ...spec.inputs.map((input) => [input.label, heldOf(input, evidence.ranges[input.name]!)]),
        ]}
      />
      <TableHash data={provenance.data} />
    </>
  );
}

/** What a model accepts, where no rows say what is usual. */
export function UnseenData({ model: { spec, provenance } }: { model: Model }) {
  return (
    <>
      <p className="max-w-[38rem]">{spec.card.source}</p>
      <p className="mt-4 max-w-[38rem]">{UNSEEN_DATA}</p>
      <DataTable
        caption="What the model accepts"
        columns={["Input", "Accepted"]}
        rows={spec.inputs.map((input) => [input.label, kindOf(input).allowed(input) ?? "any number"])}
      />
      <TableHash data={provenance.data} />
    </>
  );
}
