import { Disclosure } from "@/components/disclosure";
import { asSentence, countInWords } from "@/components/words";
import { inSentence, listInWords } from "@/lib/model/format";
import type { FeatureColumn } from "@/lib/model/inputs/columns";

interface ColumnFieldsProps {
  /** The names of the table's columns. */
  header: string[];
  columns: FeatureColumn[];
  /** The columns that were guessed, by the name of the input. */
  guesses: Record<string, string>;
  /** The features whose columns were chosen by the person. */
  changed: string[];
  onChange: (name: string, column: string | null) => void;
}

const list = (columns: FeatureColumn[]) => listInWords(columns.map(({ label }) => inSentence(label)));

function foundInWords(columns: FeatureColumn[], guessed: FeatureColumn[]): string {
  const missing = columns.filter(({ fault }) => fault !== null);
  if (missing.length > 0) return `The file has no column that is sure to hold ${list(missing)}.`;
  if (guessed.length > 0) return `The names leave open which column holds ${list(guessed)}. Check what is guessed.`;
  const needed = columns.filter(({ required }) => required).length;
  return asSentence(needed === 1 ? "its column was found" : `all ${countInWords(needed)} columns were found`);
}

/** Which column holds what: quietly where the names say it, to be chosen where they do not. */
export function ColumnFields({ header, columns, guesses, changed, onChange }: ColumnFieldsProps) {
  const guessed = columns.filter(({ name }) => name in guesses && !changed.includes(name));
  const open = guessed.length > 0 || columns.some(({ fault }) => fault !== null) || changed.length > 0;
  const unique = header.filter((name, index) => name !== "" && header.indexOf(name) === index);
  return (
    <>
      <p role="status" className="max-w-[38rem]">
        {foundInWords(columns, guessed)}
      </p>
      <Disclosure summary="Which column holds what" open={open || undefined} className="mt-2">
        {columns.map(({ name, label, required, column, fault }) => {
          const id = `column-${name}`;
          const note = fault
            ? `choose the column that holds the ${inSentence(label)}`
            : guessed.some((guess) => guess.name === name)
              ? "guessed"
              : undefined;
          return (
            <div
              key={name}
              className="grid gap-x-10 gap-y-2 border-t border-rule py-3 sm:grid-cols-[minmax(0,1fr)_17rem] sm:items-center"
            >
              <label htmlFor={id}>
                {label}
                {!required && <span className="text-small text-quiet">, if the file has it</span>}
              </label>
              <div className="min-w-0">
                <span className="field block" data-invalid={fault ? true : undefined}>
                  <select
                    id={id}
                    value={column === null ? "" : header[column]}
                    aria-invalid={fault !== null}
                    aria-describedby={note && `${id}-note`}
                    onChange={(event) => onChange(name, event.target.value || null)}
                    className="min-h-11 w-full border-r-[0.5rem] border-transparent bg-transparent pl-2 text-small outline-none"
                  >
                    <option value="">{required ? "Choose…" : "Not in the file"}</option>
                    {unique.map((own) => (
                      <option key={own}>{own}</option>
                    ))}
                  </select>
                </span>
                {note && (
                  <p id={`${id}-note`} className={`mt-1 text-small ${fault ? "text-rust" : "text-quiet"}`}>
                    {asSentence(note)}
                  </p>
                )}
              </div>
            </div>
          );
        })}
      </Disclosure>
    </>
  );
}
