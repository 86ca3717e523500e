import { DataTable } from "@/components/chart/data-table";
import { Disclosure } from "@/components/disclosure";
import { fold, MOST_SHOWN } from "@/components/fold";
import { othersInWords } from "@/components/fold-words";
import { FoldedTable } from "@/components/folded-table";
import { valueInWords } from "@/components/words";
import type { Evidence, SeenRange } from "@/lib/model/evidence";
import { formatCount, formatQuantity } from "@/lib/model/format";
import { kindOf } from "@/lib/model/inputs/kinds";
import { extremesInWords } from "@/lib/model/inputs/words";
import type { Model } from "@/lib/model/model";
import type { Input } from "@/lib/model/spec";
import { sort } from "d3-array";
import { tableInWords } from "./sentences";
import { leftOutInWords, UNSEEN_DATA } from "./unknown-sentences";

/** So many of very many levels are named. */
const FEW_LEVELS = 3;

/** "1,650 to 16,200 sq ft; missing in 12 rows". */
function heldOf(input: Input, range: SeenRange): string {
  return range.missing
    ? `${givenOf(input, range)}; missing in ${formatCount(range.missing, "row")}`
    : givenOf(input, range);
}

/** "1,650 to 16,200 sq ft"; "97 yes, 449 no"; "14 A, 12 B, 9 C and 67 other levels". */
function givenOf(input: Input, range: SeenRange): string {
  if ("min" in range) return extremesInWords(input, range);
  const name = (level: string) => (input.kind === "boolean" ? valueInWords(input, level === "true") : level);
  const write = ([level, count]: [string, number]) => `${formatQuantity(count)} ${name(level)}`;
  const counts = Object.entries(range.counts);
  if (counts.length <= MOST_SHOWN) return counts.map(write).reverse().join(", ");
  const commonest = sort(counts, ([, count]) => -count).slice(0, FEW_LEVELS);
  return `${commonest.map(write).join(", ")} and ${formatCount(counts.length - FEW_LEVELS, "other level")}`;
}

function TableHash({ data, calibration = false }: { data: string | null; calibration?: boolean }) {
  if (data === null) return null;
  return (
    <p className="mt-5 text-caption text-quiet">
      SHA-256 of the table: <code className="break-all">{data}</code>. It tells whether a copy of the table is the same
      {calibration ? "." : ", and training on the same table again gives this very model."}
    </p>
  );
}

/** The rows, where they are from, and how far they reach. */
export function Data({ model: { spec, predictor, provenance }, evidence }: { model: Model; evidence: Evidence }) {
  const { target } = spec;
  const { shown, others } = fold(spec.inputs, () => 0);
  const held = (input: Input) => [input.label, heldOf(input, evidence.ranges[input.name]!)];
  return (
    <>
      <p className="max-w-[38rem]">{spec.card.source}</p>
      <p className="mt-4 max-w-[38rem]">
        {tableInWords(evidence, predictor.explain?.rows ?? null)} {leftOutInWords(spec, evidence)}
      </p>
      <DataTable
        caption="What the rows hold"
        columns={["Column", "In the rows"]}
        rows={[
          [
            target.label,
            `${formatQuantity(evidence.outcomes.min, target.unit)} to ${formatQuantity(evidence.outcomes.max, target.unit)}`,
          ],
          ...shown.map(held),
        ]}
      />
      {others.length > 0 && (
        <Disclosure summary={othersInWords(others.length, "input")} className="mt-2">
          <FoldedTable columns={["Column", "In the rows"]} rows={others.map(held)} />
        </Disclosure>
      )}
      <TableHash data={provenance.data} calibration={evidence.calibration} />
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
