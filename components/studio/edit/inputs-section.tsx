import { Disclosure } from "@/components/disclosure";
import { useWords } from "@/components/language/use-words";
import { useWriter } from "@/components/language/use-writer";
import type { Locale } from "@/lib/language/locale";
import { Section } from "@/components/section";
import { asSentence } from "@/components/words";
import { useContext, useEffect, useRef, useState } from "react";
import { useFormContext, useWatch } from "react-hook-form";
import { useForeign } from "../use-foreign";
import { FaultsContext, PlainButton } from "./fields";
import { InputFields } from "./input-fields";
import { moved, withColumn, withoutInput, type Column } from "./inputs";
import type { Sheet } from "./sheet";
import { EDIT_WORDS } from "./words";

interface InputsSectionProps {
  columns: Column[];
  /** Of the reasons why columns are left out. */
  language: Locale;
  /** Whether the model is trained here; the inputs of a model file are what they are. */
  trained: boolean;
}

/** The inputs in the order of the form, and the columns that are left out. */
export function InputsSection({ columns, language, trained }: InputsSectionProps) {
  const { control, getValues, reset } = useFormContext<Sheet>();
  const words = useWords(EDIT_WORDS);
  const { count, quantity } = useWriter();
  const foreign = useForeign(language);
  const { locale } = useContext(FaultsContext);
  const inputs = useWatch({ control, name: "inputs" });
  const [notice, setNotice] = useState("");
  // A button that has moved with its input, or gone, must not take the focus with it.
  const focus = useRef<string>(undefined);
  useEffect(() => {
    const wanted = focus.current && document.getElementById(focus.current);
    focus.current = undefined;
    if (wanted) (wanted instanceof HTMLButtonElement && wanted.disabled ? wanted.closest("li") : wanted)?.focus();
  });

  function change(sheet: Sheet, notice: string, to: string) {
    focus.current = to;
    setNotice(notice);
    reset(sheet, { keepDefaultValues: true });
  }
  function move(index: number, by: 1 | -1) {
    const { name, label } = inputs[index]!;
    const sheet = { ...getValues(), inputs: moved(getValues("inputs"), index, by) };
    change(
      sheet,
      words.nowAt(label, quantity(index + by + 1), quantity(inputs.length)),
      `${name}-${by < 0 ? "up" : "down"}`,
    );
  }
  function remove(index: number) {
    const { name, label } = inputs[index]!;
    change(withoutInput(getValues(), name), words.isRemoved(label), "inputs-list");
  }
  function takeIn(column: Column) {
    change(withColumn(getValues(), column, locale), words.isAdded(column.name), `inputs.${inputs.length}`);
  }
  const taken = new Set(inputs.map(({ name }) => name));
  const others = columns.filter(({ input, offered }) => !taken.has(input ?? String(offered?.input.name ?? "")));
  return (
    <Section title={words.inputs} anchor="inputs">
      <p className="max-w-[38rem]">{words.inputsLead}</p>
      <p role="status" className="sr-only">
        {notice}
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
        <Disclosure
          summary={count(others.length, words.columnLeftOut, words.columnsLeftOut)}
          className="border-t border-rule pt-1"
        >
          <ul>
            {others.map((column) => (
              <li
                key={column.name}
                className="flex flex-wrap items-center justify-between gap-x-6 border-t border-rule py-1"
              >
                <p className="min-w-0 flex-1 wrap-anywhere">
                  <span className="font-medium">{column.name}</span>{" "}
                  <span lang={foreign} className="text-small text-quiet">
                    {column.reason && asSentence(column.reason)}
                  </span>
                </p>
                {column.offered && (
                  <PlainButton aria-label={words.addColumn(column.name)} onClick={() => takeIn(column)}>
                    {words.add}
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
