import { useWords } from "@/components/language/use-words";
import { useWriter } from "@/components/language/use-writer";
import { TABLE_WORDS } from "./table-words";

interface LevelFieldProps {
  levels: number[];
  level: number;
  onChange: (level: number) => void;
}

/** The level of the ranges. */
export function LevelField({ levels, level, onChange }: LevelFieldProps) {
  const words = useWords(TABLE_WORDS);
  const write = useWriter();
  return (
    <fieldset className="mb-8 grid max-w-[46rem] gap-x-10 gap-y-3 sm:grid-cols-[minmax(0,1fr)_17rem] sm:items-center">
      <legend className="contents">
        <span className="block">
          {words.level(write.share(level))}
          <span className="block text-small text-quiet">{words.wider}</span>
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
            {write.share(each)}
          </label>
        ))}
      </div>
    </fieldset>
  );
}
