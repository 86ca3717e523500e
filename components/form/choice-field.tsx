import { useWords } from "@/components/language/use-words";
import { mayBeMissing } from "@/lib/model/inputs/kinds";
import { readValue } from "@/lib/model/inputs/text";
import { useEffect, useRef } from "react";
import { useFormContext } from "react-hook-form";
import type { Answers } from "./answers";
import type { ControlProps } from "./control-props";
import { FIELD_WORDS } from "./words";

/** Yes or no as a choice of two. Where it may be missing, that is a third. */
export function ChoiceField({ input, text, describedBy, invalid }: ControlProps<"boolean">) {
  const { name } = input;
  const optional = mayBeMissing(input);
  const words = useWords(FIELD_WORDS);
  const choices: Record<string, string> = { yes: words.yes, no: words.no, "": words.unknown };
  const options = optional ? ["yes", "no", ""] : ["yes", "no"];
  const value = readValue(input, text ?? "");
  const { register, setValue } = useFormContext<Answers>();
  const { ref, ...field } = register(name);
  // Registering the options one by one would undo a choice that was made before the script arrived.
  const chosen = useRef<string>(undefined);
  useEffect(() => {
    if (chosen.current !== undefined) setValue(name, chosen.current);
  }, [name, setValue]);

  return (
    <div
      role="radiogroup"
      aria-labelledby={`${name}-label`}
      aria-describedby={describedBy}
      aria-invalid={invalid}
      aria-required={!optional}
      className={`field grid divide-x divide-rule ${optional ? "grid-cols-3" : "grid-cols-2"}`}
      data-invalid={invalid || undefined}
    >
      {options.map((option, index) => (
        <label key={option} className="choice group-data-compact:min-h-11">
          <input
            {...field}
            ref={(radio) => {
              if (radio?.checked) chosen.current ??= option;
              ref(radio);
            }}
            id={index === 0 ? name : undefined}
            type="radio"
            value={option}
            defaultChecked={option === "" ? value === undefined : value === (option === "yes")}
            className="sr-only"
          />
          {choices[option]}
        </label>
      ))}
    </div>
  );
}
