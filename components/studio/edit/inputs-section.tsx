import { Disclosure } from "@/components/disclosure";
import { Section } from "@/components/section";
import { asSentence } from "@/components/words";
import { formatCount } from "@/lib/model/format";
import { useEffect, useRef, useState } from "react";
import { useFormContext, useWatch } from "react-hook-form";
import { PlainButton } from "./fields";
import { InputFields } from "./input-fields";
import { moved, withColumn, withoutInput, type Column } from "./inputs";
import type { Sheet } from "./sheet";

interface InputsSectionProps {
  columns: Column[];
  /** Whether the model is trained here; the inputs of a model file are what they are. */
  trained: boolean;
}

/** The inputs in the order of the form, and the columns that are none. */
export function InputsSection({ columns, trained }: InputsSectionProps) {
  const { control, getValues, reset } = useFormContext<Sheet>();
  const inputs = useWatch({ control, name: "inputs" });
  const [said, setSaid] = useState("");
  // A button that has moved with its input, or gone, must not take the focus with it.
  const focus = useRef<string>(undefined);
  useEffect(() => {
    const wanted = focus.current && document.getElementById(focus.current);
    focus.current = undefined;
    if (wanted) (wanted instanceof HTMLButtonElement && wanted.disabled ? wanted.closest("li") : wanted)?.focus();
  });

  function change(sheet: Sheet, said: string, to: string) {
    focus.current = to;
    setSaid(said);
    reset(sheet, { keepDefaultValues: true });
  }
  function move(index: number, by: 1 | -1) {
    const { name, label } = inputs[index]!;
    const sheet = { ...getValues(), inputs: moved(getValues("inputs"), index, by) };
    change(sheet, `${label} is now ${index + by + 1} of ${inputs.length}`, `${name}-${by < 0 ? "up" : "down"}`);
  }
  function remove(index: number) {
    const { name, label } = inputs[index]!;
    change(withoutInput(getValues(), name), `${label} is removed`, "inputs-list");
  }
  function takeIn(column: Column) {
    change(withColumn(getValues(), column), `${column.name} is taken in`, `inputs.${inputs.length}`);
  }
  const taken = new Set(inputs.map(({ name }) => name));
  const others = columns.filter(({ input, offered }) => !taken.has(input ?? String(offered?.input.name ?? "")));
  return (
    <Section title="Inputs" anchor="inputs">
      <p className="max-w-[38rem]">What a person enters, in the order of the form.</p>
      <p role="status" className="sr-only">
        {said}
      </p>
      <ul id="inputs-list" tabIndex={-1} className="mt-4 outline-none">
        {inputs.map(({ name }, index) => (
          <InputFields
            key={name}
            index={index}
            count={inputs.length}
            trained={trained}
            onMove={(by) => move(index, by)}
            onRemove={() => remove(index)}
          />
        ))}
      </ul>
      {trained && others.length > 0 && (
        <Disclosure summary={`${formatCount(others.length, "column")} left out`} className="border-t border-rule pt-1">
          <ul>
            {others.map((column) => (
              <li
                key={column.name}
                className="flex flex-wrap items-center justify-between gap-x-6 border-t border-rule py-1"
              >
                <p className="min-w-0 flex-1 wrap-anywhere">
                  <span className="font-medium">{column.name}</span>{" "}
                  <span className="text-small text-quiet">{column.reason && asSentence(column.reason)}</span>
                </p>
                {column.offered && (
                  <PlainButton aria-label={`Take in ${column.name}`} onClick={() => takeIn(column)}>
                    Take in
                  </PlainButton>
                )}
              </li>
            ))}
          </ul>
        </Disclosure>
      )}
    </Section>
  );
}
