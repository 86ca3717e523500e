import type { Reason, Summary } from "./summary";
import { DataTable } from "@/components/chart/data-table";
import { asSentence } from "@/components/words";
import { formatQuantity } from "@/lib/model/format";

const write = (count: number) => formatQuantity(count, undefined, 1);

function firstRows({ rows, count }: Reason): string {
  return rows.map(write).join("; ") + (count > rows.length ? " …" : "");
}

/** Why rows have no estimate, the most frequent reason first, and where to find them. */
export function ReasonTable({ summary: { reasons, otherReasons } }: { summary: Summary }) {
  return (
    <>
      <p className="max-w-[38rem]">
        These are the reasons. Rows are numbered as a spreadsheet numbers them: the names of the columns stand in row 1.
      </p>
      <DataTable
        caption="Why rows have no estimate"
        columns={["Reason", "Rows", "First in row"]}
        double={["First in row"]}
        wide
        rows={[
          ...reasons.map((reason) => [
            `${reason.varies ? "For example: " : ""}${asSentence(reason.detail)}`,
            write(reason.count),
            firstRows(reason),
          ]),
          ...(otherReasons > 0 ? [["Other reasons.", write(otherReasons), ""]] : []),
        ]}
      />
    </>
  );
}
