import { DataTable } from "@/components/chart/data-table";
import { valueInWords } from "@/components/words";
import { formatQuantity } from "@/lib/model/format";
import type { Model } from "@/lib/model/model";
import type { Input } from "@/lib/model/spec";
import { extent } from "d3-array";

type Range = Model["artifact"]["ranges"][string];

/** "1,650 to 16,200 sq ft"; "97 yes, 449 no". */
function heldOf(input: Input, range: Range): string {
  if ("min" in range) return `${formatQuantity(range.min)} to ${valueInWords(input, range.max)}`;
  const name = (level: string) => (input.kind === "boolean" ? valueInWords(input, level === "true") : level);
  return Object.entries(range.counts)
    .map(([level, count]) => `${formatQuantity(count)} ${name(level)}`)
    .reverse()
    .join(", ");
}

/** The rows, where they are from, and how far they reach. */
export function Data({ model: { spec, artifact } }: { model: Model }) {
  const { target } = spec;
  const { edges } = artifact.histogram;
  // Of a large table the background is a sample, which need not hold the extremes.
  const whole = artifact.background.actual.length === artifact.fit.n;
  const [least = 0, most = 0] = whole ? extent(artifact.background.actual) : [edges[0], edges.at(-1)];
  return (
    <>
      <p className="max-w-[38rem]">{spec.card.source}</p>
      <p className="mt-4 max-w-[38rem]">
        The table has {formatQuantity(artifact.fit.n)} rows. Outside of what they hold, an estimate comes with a
        warning, and far outside there is none.
      </p>
      <DataTable
        caption="What the rows hold"
        columns={["Column", "In the rows"]}
        rows={[
          [
            target.label,
            `${whole ? "" : "about "}${formatQuantity(least, target.unit)} to ${formatQuantity(most, target.unit)}`,
          ],
          ...spec.inputs.map((input) => [input.label, heldOf(input, artifact.ranges[input.name]!)]),
        ]}
      />
      <p className="mt-5 text-caption text-quiet">
        SHA-256 of the table: <code className="break-all">{artifact.data}</code>. Whoever has the same table can check
        that it is the same, and training on it again gives this very model.
      </p>
    </>
  );
}
