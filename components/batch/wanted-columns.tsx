import { DataTable } from "@/components/chart/data-table";
import { kindOf } from "@/lib/model/inputs/kinds";
import { inSentence, listInWords } from "@/lib/model/format";
import type { Input, Spec } from "@/lib/model/spec";

function Names({ input: { name, label }, alias }: { input: Input; alias: string | undefined }) {
  return (
    <>
      {label}
      <span className="block text-caption text-quiet">
        <span className="font-mono wrap-anywhere">{name}</span>
        {alias && (
          <>
            {" or "}
            <span className="font-mono wrap-anywhere">{alias}</span>
          </>
        )}
      </span>
    </>
  );
}

/** What a file is like that can be estimated, column by column. */
export function WantedColumns({ spec }: { spec: Spec }) {
  const derived = spec.derived.map(({ label }) => inSentence(label));
  return (
    <>
      <p className="max-w-[38rem]">
        A CSV file in UTF-8 whose first line names the columns. They may stand in any order, others may stand between
        them, and where a column has another name you can say which one it is. Between columns there may be commas,
        semicolons or tabs; with semicolons, decimals may have a comma.
      </p>
      <DataTable
        caption="The columns that a file needs"
        columns={["Column", "Allowed"]}
        rows={spec.inputs.map((input) => [
          <Names key={input.name} input={input} alias={spec.training?.columns[input.name]} />,
          kindOf(input).allowed(input) ?? "any number",
        ])}
      />
      {derived.length > 0 && (
        <p className="mt-6 max-w-[38rem] text-small text-quiet">
          You don’t need {listInWords(derived)}: {derived.length === 1 ? "it is" : "they are"} calculated; if the file
          has {derived.length === 1 ? "it, it" : "them, they"} must agree.
        </p>
      )}
    </>
  );
}
