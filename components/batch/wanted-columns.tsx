import { DataTable } from "@/components/chart/data-table";
import { kindOf } from "@/lib/model/inputs/kinds";
import { useWords } from "@/components/language/use-words";
import { useWriter } from "@/components/language/use-writer";
import type { Input, Spec } from "@/lib/model/spec";
import { BATCH_PAGE_WORDS } from "./page-words";

function Names({ input: { name, label }, alias }: { input: Input; alias: string | undefined }) {
  const words = useWords(BATCH_PAGE_WORDS).needs;
  return (
    <>
      {label}
      <span className="block text-caption text-quiet">
        <code className="font-mono wrap-anywhere">{name}</code>
        {alias && (
          <>
            {words.or}
            <code className="font-mono wrap-anywhere">{alias}</code>
          </>
        )}
      </span>
    </>
  );
}

/** What a file needs, column by column. */
export function WantedColumns({ spec }: { spec: Spec }) {
  const words = useWords(BATCH_PAGE_WORDS).needs;
  const write = useWriter();
  const derived = spec.derived.map(({ label }) => write.inSentence(label));
  return (
    <>
      <p className="max-w-[38rem]">
        {words.file} {words.columns} {words.marks}
      </p>
      <DataTable
        caption={words.caption}
        columns={words.head}
        rows={spec.inputs.map((input) => [
          <Names key={input.name} input={input} alias={spec.training?.columns[input.name]} />,
          kindOf(input).allowed(input) ?? words.anything,
        ])}
      />
      {derived.length > 0 && (
        <p className="mt-6 max-w-[38rem] text-small text-quiet">
          {words.derived(write.list(derived), derived.length > 1)}
        </p>
      )}
    </>
  );
}
