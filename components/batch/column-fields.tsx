import { Disclosure } from "@/components/disclosure";
import { useWords } from "@/components/language/use-words";
import { useWriter } from "@/components/language/use-writer";
import type { Writer } from "@/lib/model/format";
import type { FeatureColumn } from "@/lib/model/inputs/columns";
import { TABLE_WORDS } from "./table-words";

interface ColumnFieldsProps {
  /** The names of the table's columns. */
  header: string[];
  columns: FeatureColumn[];
  /** The columns that were guessed, by the name of the input. */
  guesses: Record<string, string>;
  /** The features whose columns the reader chose. */
  changed: string[];
  onChange: (name: string, column: string | null) => void;
}

type Words = (typeof TABLE_WORDS)["en"]["columns"];

function foundInWords(words: Words, write: Writer, columns: FeatureColumn[], guessed: FeatureColumn[]): string {
  const list = (columns: FeatureColumn[]) => write.list(columns.map(({ label }) => write.inSentence(label)));
  const missing = columns.filter(({ fault }) => fault !== null);
  if (missing.length > 0) return words.unmatched(list(missing));
  if (guessed.length > 0) return words.guesses(list(guessed));
  const needed = columns.filter(({ required }) => required).length;
  return words.found(write.quantity(needed), needed === 1);
}

/** The column of each input: folded away where all names match, to be chosen where they do not. */
export function ColumnFields({ header, columns, guesses, changed, onChange }: ColumnFieldsProps) {
  const words = useWords(TABLE_WORDS).columns;
  const write = useWriter();
  const guessed = columns.filter(({ name }) => name in guesses && !changed.includes(name));
  const open = guessed.length > 0 || columns.some(({ fault }) => fault !== null) || changed.length > 0;
  const unique = header.filter((name, index) => name !== "" && header.indexOf(name) === index);
  return (
    <>
      <p role="status" className="max-w-[38rem]">
        {foundInWords(words, write, columns, guessed)}
      </p>
      <Disclosure summary={words.match} open={open || undefined} className="mt-2">
        {columns.map(({ name, label, required, column, fault }) => {
          const id = `column-${name}`;
          const note = fault
            ? words.choose(write.inSentence(label))
            : guessed.some((guess) => guess.name === name)
              ? words.guessed
              : undefined;
          return (
            <div
              key={name}
              className="grid gap-x-10 gap-y-2 border-t border-rule py-3 sm:grid-cols-[minmax(0,1fr)_17rem] sm:items-center"
            >
              <label htmlFor={id}>
                {label}
                {!required && <span className="text-small text-quiet">{words.optional}</span>}
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
                    <option value="">{required ? words.none : words.absent}</option>
                    {unique.map((own) => (
                      <option key={own}>{own}</option>
                    ))}
                  </select>
                </span>
                {note && (
                  <p id={`${id}-note`} className={`mt-1 text-small ${fault ? "text-rust" : "text-quiet"}`}>
                    {note}
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
