import { formatShare } from "@/lib/model/format";

interface LevelFieldProps {
  levels: number[];
  level: number;
  onChange: (level: number) => void;
}

/** How often the range shall hold the truth. */
export function LevelField({ levels, level, onChange }: LevelFieldProps) {
  return (
    <fieldset className="mb-8 grid max-w-[46rem] gap-x-10 gap-y-3 sm:grid-cols-[minmax(0,1fr)_17rem] sm:items-center">
      <legend className="contents">
        <span className="block">
          Range level: {formatShare(level)}
          <span className="block text-small text-quiet">A higher level gives wider ranges.</span>
        </span>
      </legend>
      <div className="field flex divide-x divide-rule">
        {levels.map((each) => (
          <label key={each} className="choice min-w-0 flex-1 text-small">
            <input
              type="radio"
              name="level"
              value={each}
              checked={each === level}
              onChange={() => onChange(each)}
              className="sr-only"
            />
            {formatShare(each)}
          </label>
        ))}
      </div>
    </fieldset>
  );
}
