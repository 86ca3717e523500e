import { useWords } from "@/components/language/use-words";
import { mayBeMissing } from "@/lib/model/inputs/kinds";
import { readField, writeField } from "@/lib/model/inputs/text";
import type { KeyboardEvent } from "react";
import { useFormContext } from "react-hook-form";
import type { Answers } from "./answers";
import type { ControlProps } from "./control-props";
import { FIELD_WORDS } from "./words";

const STEPS: Record<string, number> = { ArrowUp: 1, ArrowDown: -1 };

/**
 * A number as text: what cannot be read stays as typed and is explained, where a number field would drop it.
 * Whole numbers can be stepped by button and by arrow key.
 */
export function NumberField({ input, text, describedBy, invalid }: ControlProps<"number" | "integer">) {
  const { name, label, kind, unit, min = -Infinity, max = Infinity, typical } = input;
  const { register, getValues, setValue, formState } = useFormContext<Answers>();
  const whole = kind === "integer";
  const words = useWords(FIELD_WORDS);

  function step(by: number) {
    const value = readField(input, getValues(name) ?? "");
    const start = typical ?? Math.max(min, Math.min(0, max));
    const next = typeof value === "number" ? Math.max(min, Math.min(Math.round(value + by), max)) : start;
    setValue(name, writeField(input, next), { shouldDirty: true, shouldValidate: formState.isSubmitted || invalid });
  }

  function stepByKey(event: KeyboardEvent) {
    const by = STEPS[event.key];
    if (by === undefined || !whole) return;
    event.preventDefault();
    step(by);
  }

  return (
    <div className="field flex" data-invalid={invalid || undefined}>
      {whole && <StepButton label={words.decrease(label)} sign="−" onStep={() => step(-1)} />}
      <input
        {...register(name)}
        id={name}
        type="text"
        // A phone's numeric keyboard has no minus sign.
        inputMode={min < 0 ? "text" : whole ? "numeric" : "decimal"}
        autoComplete="off"
        defaultValue={text}
        required={!mayBeMissing(input)}
        aria-invalid={invalid}
        aria-describedby={describedBy}
        onKeyDown={stepByKey}
        className={`min-h-13 w-full min-w-0 bg-transparent px-4 text-lead outline-none group-data-compact:min-h-11 group-data-compact:px-3 group-data-compact:text-left group-data-compact:text-base ${whole ? "text-center noscript:text-left" : ""}`}
      />
      {whole && <StepButton label={words.increase(label)} sign="+" onStep={() => step(1)} />}
      {unit && (
        <span
          aria-hidden="true"
          className="self-center pr-4 text-small group-data-compact:pr-3 whitespace-nowrap text-quiet"
        >
          {unit}
        </span>
      )}
    </div>
  );
}

/** Out of the tab order, as the arrow keys do the same; not there where no script can run. */
function StepButton({ label, sign, onStep }: { label: string; sign: string; onStep: () => void }) {
  return (
    <button
      type="button"
      tabIndex={-1}
      aria-label={label}
      onClick={onStep}
      className="min-h-13 w-13 shrink-0 border-rule first:border-r last:border-l text-lead text-quiet select-none hover:text-accent group-data-compact:hidden noscript:hidden"
    >
      {sign}
    </button>
  );
}
