import { valuesInWords } from "@/components/change-words";
import { Section } from "@/components/section";
import { asSentence } from "@/components/words";
import { readPrinted } from "@/lib/model/printed";
import type { Model } from "@/lib/model/model";
import { useState } from "react";
import type { CheckedRows, GoldenTable, TypedRow } from "./draft-model";
import { hintOf } from "./draft-model";
import { GoldenTable as Rows, type ListedRow } from "./golden-table";
import { TextLine } from "@/components/line";
import type { Tried } from "./use-trial";
import { remedyInWords, verdictInWords } from "./words";

interface GoldenRowsProps {
  model: Model;
  tried: Tried | undefined;
  typed: TypedRow[];
  onTyped: (rows: TypedRow[]) => void;
  table: GoldenTable | undefined;
  onTable: (table: GoldenTable | undefined) => void;
  checked: CheckedRows;
}

/** Rows whose answers the notebook printed, beside those of the model here: they must agree. */
export function GoldenRows({ model, tried, typed, onTyped, table, onTable, checked }: GoldenRowsProps) {
  const { spec } = model;
  const rows: ListedRow[] = [
    ...checked.typed.map((row, index) => ({
      ...row,
      name: "Your row",
      detail: typed[index] && describeRow(model, typed[index]),
      onRemove: () => onTyped(typed.filter((_, other) => other !== index)),
    })),
    ...checked.table.map((row) => ({ ...row, name: `${table!.name}, row ${row.row}` })),
  ];
  const differs = rows.some(({ agrees }) => !agrees);
  return (
    <Section title="Check it">
      <p className="max-w-[38rem]">
        A golden row is a row of inputs with the answer that your notebook printed. Golden rows are kept in the model
        and checked each time it is loaded. Where one differs, nothing is published.
      </p>
      <div className="mt-6">
        {tried && tried.prediction.refusal === null ? (
          <PrintedField
            key={JSON.stringify(tried.texts)}
            row={valuesInWords(
              spec.inputs,
              spec.inputs.map(({ name }) => ({ input: name, value: tried.inputs[name]! })),
            )}
            onCompare={(printed) => onTyped([...typed, { texts: tried.texts, printed }])}
          />
        ) : (
          <p className="border-t border-rule py-4 text-quiet">
            To check one row, estimate it above; then enter here what your notebook printed for it.
          </p>
        )}
        <TableField model={model} table={table} fault={checked.fault} onTable={onTable} />
      </div>
      <div aria-live="polite">
        {rows.length > 0 && (
          <div className="mt-8">
            <p className={`max-w-[38rem] border-l-2 pl-5 ${differs ? "border-rust" : "border-accent"}`}>
              <span className="text-lead">{verdictInWords(checked)}</span>
              {differs && (
                <span className="mt-1 block">{remedyInWords(hintOf([...checked.typed, ...checked.table]))}</span>
              )}
            </p>
            <Rows rows={rows} />
          </div>
        )}
      </div>
    </Section>
  );
}

/** The row as it was typed, with the names that inputs have by now. */
function describeRow({ spec }: Model, { texts }: TypedRow): string {
  return spec.inputs.map(({ label }, position) => `${label} ${texts[position] || "not given"}`).join(", ");
}

/** The answer that was printed for the row that is estimated. */
function PrintedField({ row, onCompare }: { row: string; onCompare: (printed: string) => void }) {
  const [text, setText] = useState("");
  const [fault, setFault] = useState<string>();
  return (
    <form
      onSubmit={(event) => {
        event.preventDefault();
        if (!readPrinted(text)) return setFault("enter the number as your notebook printed it, such as 14.9645");
        setText("");
        setFault(undefined);
        onCompare(text.trim());
      }}
    >
      <TextLine
        id="golden-printed"
        label="What your notebook printed"
        hint={<span className="wrap-anywhere">for {row}</span>}
        value={text}
        fault={fault}
        onChange={setText}
        action={<button className="link min-h-11 cursor-pointer">Compare</button>}
      />
    </form>
  );
}

interface TableFieldProps {
  model: Model;
  table: GoldenTable | undefined;
  fault: string | undefined;
  onTable: (table: GoldenTable | undefined) => void;
}

function TableField({ model: { spec }, table, fault, onTable }: TableFieldProps) {
  const columns = [...spec.inputs.map(({ name }) => name), "prediction"];
  const shown = columns.length > 8 ? [...columns.slice(0, 6), "…", columns.at(-1)!] : columns;
  const read = async (file: File | undefined) => {
    if (file) onTable({ name: file.name, text: await file.text() });
  };
  return (
    <div className="border-y border-rule py-4">
      <div className="flex flex-wrap items-baseline justify-between gap-x-6">
        <label
          onDragOver={(event) => event.preventDefault()}
          onDrop={(event) => {
            event.preventDefault();
            void read(event.dataTransfer.files[0]);
          }}
          className="link inline-flex min-h-11 cursor-pointer items-center has-focus-visible:outline-2 has-focus-visible:outline-offset-3 has-focus-visible:outline-accent"
        >
          {table ? `Choose another table than ${table.name}` : "Check many rows: choose a CSV file"}
          <input
            type="file"
            accept=".csv,.tsv,.txt,text/csv,text/tab-separated-values,text/plain"
            aria-describedby="golden-columns"
            onChange={(event) => {
              void read(event.target.files?.[0]);
              event.target.value = "";
            }}
            className="sr-only"
          />
        </label>
        {table && (
          <button type="button" className="link min-h-11 cursor-pointer text-small" onClick={() => onTable(undefined)}>
            Leave out {table.name}
          </button>
        )}
      </div>
      <p id="golden-columns" className="text-small wrap-anywhere text-quiet">
        Its columns: <span className="font-mono">{shown.join(", ")}</span>
      </p>
      {fault && (
        <p role="alert" className="mt-2 max-w-[38rem] border-l-2 border-rust pl-4 text-rust">
          {asSentence(fault)}
        </p>
      )}
    </div>
  );
}
