import { useWords } from "@/components/language/use-words";
import { withBase } from "@/lib/base-path";
import type { AuditRow } from "@/lib/store/tables";
import Link from "next/link";
import { AuditList } from "./audit-list";
import { AUDIT_WORDS } from "./words";

interface AuditPageProps {
  rows: readonly AuditRow[];
  /** What `before` is for the next page; null on the last. */
  next: string | null;
  /** The model to whose entries the page is limited. */
  model: string | undefined;
  /** The models to choose from. */
  models: readonly string[];
  /** Whether this is the first page. */
  first: boolean;
}

/** Who did what, the newest entry first. */
export function AuditPage({ rows, next, model, models, first }: AuditPageProps) {
  const words = useWords(AUDIT_WORDS);
  const address = (more: Record<string, string>) =>
    `/admin/audit?${new URLSearchParams({ ...(model !== undefined && { model }), ...more }).toString()}`;
  const link = "link inline-flex min-h-11 items-center";
  return (
    <article>
      <div className="max-w-[38rem] pt-8 pb-8 lg:pt-14">
        <h1 className="mb-6 text-title">{words.title}</h1>
        <p className="text-lead">{words.purpose}</p>
        <form action={withBase("/admin/audit")} className="mt-6 flex flex-wrap items-end gap-x-5 gap-y-3">
          <div>
            <label htmlFor="model" className="block pb-2 text-small font-medium">
              {words.model}
            </label>
            <div className="field">
              <select
                id="model"
                name="model"
                defaultValue={model ?? ""}
                className="min-h-11 w-full min-w-48 bg-transparent px-3 outline-none"
              >
                <option value="">{words.all}</option>
                {[...new Set([...models, ...(model === undefined ? [] : [model])])].map((id) => (
                  <option key={id}>{id}</option>
                ))}
              </select>
            </div>
          </div>
          <button className="inline-flex min-h-11 cursor-pointer items-center border border-edge px-5 font-medium hover:border-ink hover:text-accent">
            {words.show}
          </button>
        </form>
      </div>
      {rows.length > 0 ? <AuditList rows={rows} /> : <p className="border-t border-rule py-4">{words.none}</p>}
      <p className="flex flex-wrap gap-x-6 border-t border-rule pt-2">
        {next !== null && (
          <Link href={address({ before: next })} prefetch={false} className={link}>
            {words.earlier}
          </Link>
        )}
        {!first && (
          <Link href={address({})} prefetch={false} className={link}>
            {words.latest}
          </Link>
        )}
      </p>
    </article>
  );
}
