import { useWords } from "@/components/language/use-words";
import { useWriter } from "@/components/language/use-writer";
import { asSentence } from "@/components/words";
import type { Locale } from "@/lib/language/locale";
import { writerOf } from "@/lib/model/format";
import { useContext, useState } from "react";
import { useFormContext } from "react-hook-form";
import { useLocale } from "#locale";
import { FaultsContext, PlainButton, SelectField, TextField } from "./fields";
import { usesOf } from "./inputs";
import { numberOf, type InputSheet, type Sheet } from "./sheet";
import { EDIT_WORDS } from "./words";

interface InputFieldsProps {
  index: number;
  count: number;
  /** Whether training can do without it, and with it in another place. */
  trained: boolean;
  onMove: (by: 1 | -1) => void;
  onRemove: () => void;
}

/** One input of the form: its place and its fields. */
export function InputFields({ index, count, trained, onMove, onRemove }: InputFieldsProps) {
  const { getValues } = useFormContext<Sheet>();
  const { faults, locale: written } = useContext(FaultsContext);
  const locale = useLocale();
  const words = useWords(EDIT_WORDS);
  const [leaving, setLeaving] = useState(false);
  const [open, setOpen] = useState(false);
  const at = `inputs.${index}` as const;
  const input = getValues(at);
  const fault = faults[at];
  // Fields with an error must be visible.
  const isOpen = open || Object.keys(faults).some((field) => field.startsWith(`${at}.`));
  const label = input.label || input.name;
  return (
    <li id={at} tabIndex={-1} className="border-t border-rule py-2 outline-none">
      <div className="flex flex-wrap items-center justify-between gap-x-6">
        <p className="min-w-0 wrap-anywhere">
          <span className="font-medium">{label}</span>{" "}
          <span className="text-small text-quiet">{inputInWords(locale, written, input)}</span>
        </p>
        <p className="flex gap-x-3">
          <PlainButton aria-label={words.changeInput(label)} aria-expanded={isOpen} onClick={() => setOpen(!open)}>
            {words.change}
          </PlainButton>
          {trained && (
            <>
              <PlainButton
                id={`${input.name}-up`}
                disabled={index === 0}
                aria-label={words.moveUp(label)}
                onClick={() => onMove(-1)}
              >
                <span aria-hidden="true">↑</span>
              </PlainButton>
              <PlainButton
                id={`${input.name}-down`}
                disabled={index === count - 1}
                aria-label={words.moveDown(label)}
                onClick={() => onMove(1)}
              >
                <span aria-hidden="true">↓</span>
              </PlainButton>
              <PlainButton
                aria-label={words.removeNamed(label)}
                disabled={count === 1}
                onClick={() => setLeaving(true)}
              >
                {words.remove}
              </PlainButton>
            </>
          )}
        </p>
      </div>
      {leaving && <Leaving input={input} onKeep={() => setLeaving(false)} onRemove={onRemove} />}
      {fault && (
        <p lang={fault.lang} className="text-small text-rust">
          {asSentence(fault.detail)}
        </p>
      )}
      {isOpen && (
        <div className="mb-4 sm:pl-6">
          <TextField name={`${at}.label`} label={words.label} />
          <TextField name={`${at}.help`} label={words.help} hint={words.inputHelpHint} />
          {trained && <SelectField name={`${at}.kind`} label={words.kind} options={words.kinds} />}
          {(input.kind === "number" || input.kind === "integer") && (
            <TextField name={`${at}.unit`} label={words.unit} />
          )}
          {input.kind !== "boolean" && input.kind !== "category" && (
            <>
              <TextField name={`${at}.min`} label={words.min} hint={words.minHint} />
              <TextField name={`${at}.max`} label={words.max} hint={words.maxHint} />
            </>
          )}
          {input.kind === "category" && (
            <TextField
              name={`${at}.levels`}
              label={words.levels}
              hint={words.levelsHint}
              rows={Math.min(Math.max(input.levels.split("\n").length, 3), 10)}
            />
          )}
          <TextField
            name={`${at}.typical`}
            label={words.typical}
            hint={input.kind === "boolean" ? words.typicalYesNoHint : words.typicalHint}
          />
          {trained && <SelectField name={`${at}.missing`} label={words.missing} options={words.missings} />}
          {input.missing === "assume" && <TextField name={`${at}.assumed`} label={words.assumed} />}
        </div>
      )}
    </li>
  );
}

/** "number, sq ft, 500 to 50,000" */
function inputInWords(locale: Locale, written: Locale, { kind, unit, min, max, levels }: InputSheet): string {
  const words = EDIT_WORDS[locale];
  const write = writerOf(locale);
  /** As it is typed, unless it is a number. */
  const bound = (text: string) => {
    const number = kind === "date" ? text : numberOf(text, written);
    return typeof number === "number" && Math.abs(number) >= FEWEST_GROUPED ? write.quantity(number) : text;
  };
  const isBounded = kind !== "boolean" && kind !== "category" && (min !== "" || max !== "");
  const bounds =
    isBounded &&
    (max === "" ? words.from(bound(min)) : min === "" ? words.upTo(bound(max)) : words.between(bound(min), bound(max)));
  const count = levels.split("\n").filter(Boolean).length;
  const hasUnit = (kind === "number" || kind === "integer") && unit;
  return [
    words.kindsShort[kind],
    kind === "category" && write.count(count, words.level, words.manyLevels),
    hasUnit,
    bounds,
  ]
    .filter(Boolean)
    .join(", ");
}

/** Smaller numbers may be years, which have no marks between thousands. */
const FEWEST_GROUPED = 10_000;

interface LeavingProps {
  input: InputSheet;
  onKeep: () => void;
  onRemove: () => void;
}

/** What is removed together with an input, before it is removed. */
function Leaving({ input, onKeep, onRemove }: LeavingProps) {
  const { getValues } = useFormContext<Sheet>();
  const { derived, terms } = usesOf(getValues(), input.name);
  const words = useWords(EDIT_WORDS);
  const { list } = useWriter();
  const features = list(derived.map(({ label, name }) => label || name || words.withoutName));
  const formulas = list(terms.map(({ text }) => text));
  const gone = [
    ...(derived.length > 0 ? [words.theDerived(features, derived.length === 1)] : []),
    ...(terms.length > 0 ? [words.theTerms(formulas, terms.length === 1)] : []),
  ];
  return (
    <div role="group" aria-label={words.removeNamed(input.label)} className="my-2 border-l-2 border-rust pl-5">
      <p className="wrap-anywhere">{gone.length > 0 ? words.alsoRemoves(gone.join(words.and)) : words.nothingElse}</p>
      <p className="flex gap-x-6">
        <PlainButton autoFocus onClick={onRemove}>
          {words.removeIt}
        </PlainButton>
        <PlainButton onClick={onKeep}>{words.keepIt}</PlainButton>
      </p>
    </div>
  );
}
