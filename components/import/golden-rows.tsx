import { useWords } from "@/components/language/use-words";
import { useLocale } from "#locale";
import { valuesInWords } from "@/components/change-words";
import { Section } from "@/components/section";
import { asSentence } from "@/components/words";
import { readPrinted } from "@/lib/model/printed";
import type { Model } from "@/lib/model/model";
import { useState } from "react";
import { CHECK_WORDS } from "./check-words";
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

/** Rows whose estimates a notebook printed, beside those of the model here: they must agree. */
export function GoldenRows({ model, tried, typed, onTyped, table, onTable, checked }: GoldenRowsProps) {
  const words = useWords(CHECK_WORDS);
  const locale = useLocale();
  const { spec } = model;
  const rows: ListedRow[] = [
    ...checked.typed.map((row, index) => ({
      ...row,
      name: words.yours,
      detail: typed[index] && describeRow(model, typed[index], words.notGiven),
      onRemove: () => onTyped(typed.filter((_, other) => other !== index)),
    })),
    ...checked.table.map((row) => ({ ...row, name: words.ofTable(table!.name, row.row) })),
  ];
  const differs = rows.some(({ agrees }) => !agrees);
  return (
    <Section title={words.title}>
      <p className="max-w-[38rem]">{words.lead}</p>
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
          <p className="border-t border-rule py-4 text-quiet">{words.first}</p>
        )}
        <TableField model={model} table={table} fault={checked.fault} onTable={onTable} />
      </div>
      <div aria-live="polite">
        {rows.length > 0 && (
          <div className="mt-8">
            <p className={`max-w-[38rem] border-l-2 pl-5 ${differs ? "border-rust" : "border-accent"}`}>
              <span className="text-lead">{verdictInWords(locale, checked)}</span>
              {differs && (
                <span className="mt-1 block">
                  {remedyInWords(locale, hintOf(locale, [...checked.typed, ...checked.table]))}
                </span>
              )}
            </p>
            <Rows rows={rows} />
          </div>
        )}
      </div>
    </Section>
  );
}

/** The row as it was typed, with the present names of the inputs. */
function describeRow({ spec }: Model, { texts }: TypedRow, notGiven: string): string {
  return spec.inputs.map(({ label }, position) => `${label} ${texts[position] || notGiven}`).join(", ");
}

/** The printed estimate of the row in the form. */
function PrintedField({ row, onCompare }: { row: string; onCompare: (printed: string) => void }) {
  const words = useWords(CHECK_WORDS);
  const [text, setText] = useState("");
  const [fault, setFault] = useState<string>();
  return (
    <form
      onSubmit={(event) => {
        event.preventDefault();
        if (!readPrinted(text)) return setFault(words.printedFault);
        setText("");
        setFault(undefined);
        onCompare(text.trim());
      }}
    >
      <TextLine
        id="golden-printed"
        label={words.printed}
        hint={<span className="wrap-anywhere">{words.printedFor(row)}</span>}
        value={text}
        fault={fault}
        onChange={setText}
        action={<button className="link min-h-11 cursor-pointer">{words.compare}</button>}
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
  const words = useWords(CHECK_WORDS);
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
          {table ? words.another(table.name) : words.choose}
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
            {words.leaveOutTable(table.name)}
          </button>
        )}
      </div>
      <p id="golden-columns" className="text-small wrap-anywhere text-quiet">
        {words.columns(<span className="font-mono">{shown.join(", ")}</span>)}
      </p>
      {fault && (
        <p role="alert" lang="en" className="mt-2 max-w-[38rem] border-l-2 border-rust pl-4 text-rust">
          {asSentence(fault)}
        </p>
      )}
    </div>
  );
}
