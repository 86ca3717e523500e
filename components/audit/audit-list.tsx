import { timeInWords } from "@/components/versions/sentences";
import type { AuditRow } from "@/lib/store/tables";
import { useLocale } from "#locale";
import { auditInWords } from "./words";

/** Rows of the audit log, a sentence each. */
export function AuditList({ rows }: { rows: readonly AuditRow[] }) {
  const locale = useLocale();
  return (
    <ol>
      {rows.map((row) => (
        <li key={row.id} className="border-t border-rule py-2.5 sm:grid sm:grid-cols-[13rem_minmax(0,1fr)] sm:gap-x-6">
          <time dateTime={new Date(row.at).toISOString()} className="text-small text-quiet">
            {timeInWords(locale, row.at)}
          </time>
          <p className="wrap-anywhere">{auditInWords(row)}</p>
        </li>
      ))}
    </ol>
  );
}
