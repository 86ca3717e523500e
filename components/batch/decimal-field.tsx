import { useWords } from "@/components/language/use-words";
import type { DecimalMark } from "@/lib/csv/dialect";
import { TABLE_WORDS } from "./table-words";

interface DecimalFieldProps {
  /** A number of the file that has two readings. */
  example: string;
  mark: DecimalMark | undefined;
  onChange: (mark: DecimalMark) => void;
}

const MARKS = [
  [".", "point"],
  [",", "comma"],
] as const;

/** Which mark comes before decimals, where the file does not show it. */
export function DecimalField({ example, mark, onChange }: DecimalFieldProps) {
  const words = useWords(TABLE_WORDS).decimal;
  return (
    <fieldset className="mb-8 grid gap-x-10 gap-y-3 sm:grid-cols-[minmax(0,1fr)_17rem] sm:items-center">
      <legend className="contents">
        <span className="block">
          {words.question}
          <span className="block text-small text-quiet">{words.doubt(example)}</span>
        </span>
      </legend>
      <div className="field flex divide-x divide-rule">
        {MARKS.map(([each, name]) => (
          <label key={each} className="choice min-w-0 flex-1 text-small">
            <input
              type="radio"
              name="decimal"
              value={each}
              checked={each === mark}
              onChange={() => onChange(each)}
              className="sr-only"
            />
            {words[name]}
          </label>
        ))}
      </div>
    </fieldset>
  );
}
