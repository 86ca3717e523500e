import { useWriter } from "@/components/language/use-writer";
import type { AuditRow } from "@/lib/store/tables";
import { auditInWords } from "./sentences";

/** Rows of the audit log, a sentence each. */
export function AuditList({ rows }: { rows: readonly AuditRow[] }) {
  const write = useWriter();
  return (
    <ol>
      {rows.map((row) => (
        <li key={row.id} className="border-t border-rule py-2.5 sm:grid sm:grid-cols-[13rem_minmax(0,1fr)] sm:gap-x-6">
          <time dateTime={new Date(row.at).toISOString()} className="text-small text-quiet">
            {write.date(new Date(row.at).toISOString().slice(0, 16))} UTC
          </time>
          <p className="wrap-anywhere">{auditInWords(write.locale, row)}</p>
        </li>
      ))}
    </ol>
  );
}
