import { asSentence } from "@/components/words";
import { formatQuantity, listInWords } from "@/lib/model/format";
import { useContext, useState } from "react";
import { useFormContext } from "react-hook-form";
import { FaultsContext, PlainButton, SelectField, TextField } from "./fields";
import { usesOf } from "./inputs";
import type { InputSheet, Sheet } from "./sheet";

const KINDS = {
  number: "A number",
  integer: "A whole number",
  boolean: "Yes or no",
  category: "A category",
  date: "A date",
};
const MISSING = {
  "": "Its row is left out",
  "not allowed": "The table is refused",
  assume: "A value is assumed, and people may leave it blank",
};

interface InputFieldsProps {
  index: number;
  count: number;
  /** Whether training can do without it, and with it in another place. */
  trained: boolean;
  onMove: (by: 1 | -1) => void;
  onRemove: () => void;
}

/** One input of the form: its place, and what is said of it. */
export function InputFields({ index, count, trained, onMove, onRemove }: InputFieldsProps) {
  const { getValues } = useFormContext<Sheet>();
  const { faults } = useContext(FaultsContext);
  const [leaving, setLeaving] = useState(false);
  const [open, setOpen] = useState(false);
  const at = `inputs.${index}` as const;
  const input = getValues(at);
  const fault = faults[at];
  // What has an error must be seen.
  const isOpen = open || Object.keys(faults).some((field) => field.startsWith(`${at}.`));
  const label = input.label || input.name;
  return (
    <li id={at} tabIndex={-1} className="border-t border-rule py-2 outline-none">
      <div className="flex flex-wrap items-center justify-between gap-x-6">
        <p className="min-w-0 wrap-anywhere">
          <span className="font-medium">{label}</span>{" "}
          <span className="text-small text-quiet">{inputInWords(input)}</span>
        </p>
        <p className="flex gap-x-3">
          <PlainButton aria-label={`Change ${label}`} aria-expanded={isOpen} onClick={() => setOpen(!open)}>
            Change
          </PlainButton>
          {trained && (
            <>
              <PlainButton
                id={`${input.name}-up`}
                disabled={index === 0}
                aria-label={`Move ${label} up`}
                onClick={() => onMove(-1)}
              >
                <span aria-hidden="true">↑</span>
              </PlainButton>
              <PlainButton
                id={`${input.name}-down`}
                disabled={index === count - 1}
                aria-label={`Move ${label} down`}
                onClick={() => onMove(1)}
              >
                <span aria-hidden="true">↓</span>
              </PlainButton>
              <PlainButton aria-label={`Remove ${label}`} disabled={count === 1} onClick={() => setLeaving(true)}>
                Remove
              </PlainButton>
            </>
          )}
        </p>
      </div>
      {leaving && <Leaving input={input} onKeep={() => setLeaving(false)} onRemove={onRemove} />}
      {fault && <p className="text-small text-rust">{asSentence(fault)}</p>}
      {isOpen && (
        <div className="mb-4 sm:pl-6">
          <TextField name={`${at}.label`} label="Label" />
          <TextField name={`${at}.help`} label="Help" hint="One sentence below the field of the form" />
          {trained && <SelectField name={`${at}.kind`} label="Kind" options={KINDS} />}
          {(input.kind === "number" || input.kind === "integer") && <TextField name={`${at}.unit`} label="Unit" />}
          {input.kind !== "boolean" && input.kind !== "category" && (
            <>
              <TextField name={`${at}.min`} label="Least" hint="Less is refused" />
              <TextField name={`${at}.max`} label="Most" hint="More is refused" />
            </>
          )}
          {input.kind === "category" && (
            <TextField
              name={`${at}.levels`}
              label="Levels"
              hint="One on each line, as the table writes them. Each is compared with the first."
              rows={Math.min(Math.max(input.levels.split("\n").length, 3), 10)}
            />
          )}
          <TextField name={`${at}.typical`} label="Typical value" hint={typicalHint(input)} />
          {trained && <SelectField name={`${at}.missing`} label="Where it is missing" options={MISSING} />}
          {input.missing === "assume" && <TextField name={`${at}.assumed`} label="What is assumed" />}
        </div>
      )}
    </li>
  );
}

const typicalHint = ({ kind }: InputSheet) =>
  kind === "boolean" ? "Yes or no: what the form begins with" : "What the form begins with";

/** "number, sq ft, 500 to 50,000" */
function inputInWords({ kind, unit, min, max, levels }: InputSheet): string {
  const isBounded = kind !== "boolean" && kind !== "category" && (min !== "" || max !== "");
  const [least, most] = [boundInWords(kind, min), boundInWords(kind, max)];
  const bounds = isBounded && (max === "" ? `from ${least}` : min === "" ? `up to ${most}` : `${least} to ${most}`);
  const count = levels.split("\n").filter(Boolean).length;
  const hasUnit = (kind === "number" || kind === "integer") && unit;
  return [KINDS[kind].replace(/^A /, "").toLowerCase(), kind === "category" && `${count} levels`, hasUnit, bounds]
    .filter(Boolean)
    .join(", ");
}

/** As it is typed, unless it is a number as the description has it. */
const boundInWords = (kind: InputSheet["kind"], text: string) =>
  kind !== "date" && /^-?\d{5,}(\.\d+)?$/.test(text) ? formatQuantity(Number(text)) : text;

interface LeavingProps {
  input: InputSheet;
  onKeep: () => void;
  onRemove: () => void;
}

/** What goes with an input, before it goes. */
function Leaving({ input, onKeep, onRemove }: LeavingProps) {
  const { getValues } = useFormContext<Sheet>();
  const { derived, terms } = usesOf(getValues(), input.name);
  const gone = [
    ...list(
      "derived feature",
      derived.map(({ label, name }) => label || name || "without a name"),
    ),
    ...list(
      "term",
      terms.map(({ text }) => text),
    ),
  ];
  return (
    <div role="group" aria-label={`Remove ${input.label}`} className="my-2 border-l-2 border-rust pl-5">
      <p className="wrap-anywhere">
        {gone.length > 0 ? `With it you remove ${gone.join(" and ")}.` : "Nothing else uses it."}
      </p>
      <p className="flex gap-x-6">
        <PlainButton autoFocus onClick={onRemove}>
          Remove it
        </PlainButton>
        <PlainButton onClick={onKeep}>Keep it</PlainButton>
      </p>
    </div>
  );
}

/** "the terms area and log(area)"; nothing of none. */
const list = (what: string, names: string[]) =>
  names.length === 0 ? [] : [`the ${what}${names.length === 1 ? "" : "s"} ${listInWords(names)}`];
