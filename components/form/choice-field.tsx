import { readValue } from "@/lib/model/inputs/text";
import { useEffect, useRef } from "react";
import { useFormContext } from "react-hook-form";
import type { Answers } from "./answers";
import type { ControlProps } from "./control-props";

/** Yes or no as a choice of two: neither is chosen until somebody does. */
export function ChoiceField({ input, text, describedBy, invalid }: ControlProps<"boolean">) {
  const { name } = input;
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
      aria-required="true"
      className="field grid grid-cols-2 divide-x divide-rule"
      data-invalid={invalid || undefined}
    >
      {["yes", "no"].map((option, index) => (
        <label key={option} className="choice">
          <input
            {...field}
            ref={(radio) => {
              if (radio?.checked) chosen.current ??= option;
              ref(radio);
            }}
            id={index === 0 ? name : undefined}
            type="radio"
            value={option}
            defaultChecked={readValue(input, text ?? "") === (option === "yes")}
            className="sr-only"
          />
          {option === "yes" ? "Yes" : "No"}
        </label>
      ))}
    </div>
  );
}
