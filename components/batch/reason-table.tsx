import type { Reason, Summary } from "./summary";
import { DataTable } from "@/components/chart/data-table";
import { useLocale } from "#locale";
import type { Spec } from "@/lib/model/spec";
import type { Labels } from "./labels";
import { RESULT_WORDS } from "./result-words";
import { ServerText } from "./server-text";
import { countInFigures } from "./words";

interface ReasonTableProps {
  spec: Spec;
  labels: Labels;
  summary: Summary;
}

/** Why rows have no estimate, the most frequent reason first, and where to find them. */
export function ReasonTable({ spec, labels, summary: { reasons, otherReasons } }: ReasonTableProps) {
  const locale = useLocale();
  const words = RESULT_WORDS[locale];
  const write = (count: number) => countInFigures(locale, count);
  const firstRows = ({ rows, count }: Reason) => rows.map(write).join("; ") + (count > rows.length ? " …" : "");
  return (
    <>
      <p className="max-w-[38rem]">{words.reasonsText}</p>
      <DataTable
        caption={words.reasonsCaption}
        columns={[words.reason, words.rowsHead, words.first]}
        double={[words.first]}
        wide
        rows={[
          ...reasons.map((reason) => [
            <span key="reason">
              {reason.varies && words.example}
              <ServerText text={reason.detail} kind="check" spec={spec} labels={labels} />
            </span>,
            write(reason.count),
            firstRows(reason),
          ]),
          ...(otherReasons > 0 ? [[words.other, write(otherReasons), ""]] : []),
        ]}
      />
    </>
  );
}
