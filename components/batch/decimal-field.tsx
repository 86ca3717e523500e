import type { DecimalMark } from "@/lib/csv/dialect";

interface DecimalFieldProps {
  /** A number of the file that has two readings. */
  example: string;
  mark: DecimalMark | undefined;
  onChange: (mark: DecimalMark) => void;
}

const MARKS = [
  [".", "A point"],
  [",", "A comma"],
] as const;

/** Which mark comes before decimals, where the file leaves it open. */
export function DecimalField({ example, mark, onChange }: DecimalFieldProps) {
  return (
    <fieldset className="mb-8 grid gap-x-10 gap-y-3 sm:grid-cols-[minmax(0,1fr)_17rem] sm:items-center">
      <legend className="contents">
        <span className="block">
          Which mark comes before decimals?
          <span className="block text-small text-quiet">
            {example} can be read in two ways, and no other number of the file tells which is meant.
          </span>
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
            {name}
          </label>
        ))}
      </div>
    </fieldset>
  );
}
