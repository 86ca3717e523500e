import { Combobox } from "@/components/form/combobox";
import { isSearched } from "@/components/form/is-searched";
import { useWords } from "@/components/language/use-words";
import { asSentence } from "@/components/words";
import type { Input } from "@/lib/model/spec";
import { dateBoundsText } from "@/lib/model/inputs/date";
import { levelOfNoAnswer, namesOf } from "@/lib/model/inputs/category";
import { assumedValue, mayBeMissing } from "@/lib/model/inputs/kinds";
import { readField, writeField } from "@/lib/model/inputs/text";
import { bareInWords } from "@/lib/model/inputs/words";
import { WHAT_IF_WORDS } from "./words";

/** The places of a slider. */
export interface Slide {
  min: number;
  max: number;
  step: number;
}

interface FieldProps {
  input: Input;
  text: string;
  entered: string;
  slide: Slide | undefined;
  fault: string | undefined;
  onChange: (text: string) => void;
}

/** One answer that can be changed: a slider with a number, a switch, or a choice of levels. */
export function WhatIfField(props: FieldProps) {
  const { input, fault } = props;
  const id = `what-if-${input.name}`;
  return (
    <div className="border-t border-rule py-1 first-of-type:border-t-0">
      <div className="grid grid-cols-[minmax(0,1fr)_auto] items-center gap-x-6 sm:grid-cols-[11rem_minmax(0,1fr)_10rem]">
        <label id={`${id}-label`} htmlFor={id} className="flex min-h-11 items-center text-small">
          {input.label}
        </label>
        <Control {...props} id={id} />
      </div>
      {fault && (
        <p id={`${id}-fault`} role="alert" className="pb-2 text-small text-rust">
          {asSentence(fault)}
        </p>
      )}
    </div>
  );
}

function Control({ input, text, entered, slide, fault, onChange, id }: FieldProps & { id: string }) {
  const words = useWords(WHAT_IF_WORDS);
  const describedBy = fault && `${id}-fault`;
  if (input.kind === "boolean") {
    return (
      <span className="flex min-h-11 items-center justify-end gap-3 text-small sm:col-start-3">
        <span aria-hidden="true">{text === "" ? words.notGiven : bareInWords(input, text === "yes")}</span>
        <input
          id={id}
          type="checkbox"
          role="switch"
          checked={text === "yes"}
          onChange={(event) => onChange(event.target.checked ? "yes" : "no")}
          className="switch"
        />
      </span>
    );
  }
  if (input.kind === "category" && isSearched(input)) {
    return (
      <span className="field sm:col-span-2" data-invalid={fault ? true : undefined}>
        <Combobox
          levels={namesOf(input)}
          field={{
            id,
            value: bareInWords(input, text),
            "aria-invalid": fault !== undefined,
            "aria-describedby": describedBy,
            onChange: (event) => onChange(event.target.value),
            className: "min-h-11 w-full min-w-0 bg-transparent px-2 text-small outline-none",
          }}
          onPick={onChange}
        />
      </span>
    );
  }
  if (input.kind === "category") {
    const same = levelOfNoAnswer(input);
    return (
      <span className="field sm:col-span-2">
        <select
          id={id}
          value={text === same ? "" : text}
          aria-describedby={describedBy}
          onChange={(event) => onChange(event.target.value)}
          className="min-h-11 w-full bg-transparent px-2 text-small outline-none"
        >
          {mayBeMissing(input) && <option value="">{words.notGiven}</option>}
          {input.levels
            .filter((level) => level !== same)
            .map((level) => (
              <option key={level} value={level}>
                {bareInWords(input, level)}
              </option>
            ))}
        </select>
      </span>
    );
  }
  if (input.kind === "date") {
    return (
      <span className="field sm:col-span-2" data-invalid={fault ? true : undefined}>
        <input
          {...dateBoundsText(input)}
          id={id}
          type={input.time ? "datetime-local" : "date"}
          value={text}
          aria-invalid={fault !== undefined}
          aria-describedby={describedBy}
          onChange={(event) => onChange(event.target.value)}
          className="min-h-11 w-full min-w-0 bg-transparent px-2 text-small outline-none"
        />
      </span>
    );
  }
  return (
    <>
      <span className="field flex w-40 items-center sm:order-last sm:w-auto" data-invalid={fault ? true : undefined}>
        <input
          id={id}
          type="text"
          inputMode={(input.min ?? -1) < 0 ? "text" : input.kind === "integer" ? "numeric" : "decimal"}
          autoComplete="off"
          value={text}
          aria-invalid={fault !== undefined}
          aria-describedby={describedBy}
          onChange={(event) => onChange(event.target.value)}
          className="min-h-11 w-full min-w-0 bg-transparent px-2 text-right outline-none"
        />
        {input.unit && (
          <span aria-hidden="true" className="pr-2 text-caption whitespace-nowrap text-quiet">
            {input.unit}
          </span>
        )}
      </span>
      {slide && (
        <Slider
          {...slide}
          label={input.label}
          value={readField(input, text) ?? assumedValue(input)}
          entered={Number(readField(input, entered) ?? assumedValue(input))}
          onChange={(value) => onChange(writeField(input, value))}
        />
      )}
    </>
  );
}

interface SliderProps extends Slide {
  label: string;
  value: unknown;
  entered: number;
  onChange: (value: number) => void;
}

/** The way from the least to the most, filled up to where the thumb is, with a tick at what was entered. */
function Slider({ min, max, step, label, value, entered, onChange }: SliderProps) {
  const words = useWords(WHAT_IF_WORDS);
  const place = typeof value === "number" ? Math.min(Math.max(value, min), max) : entered;
  const share = (at: number) => (max > min ? (at - min) / (max - min) : 0);
  return (
    <span className="relative col-span-2 block sm:col-span-1">
      <input
        type="range"
        aria-label={words.slider(label)}
        min={min}
        max={max}
        step={step}
        value={place}
        onChange={(event) => onChange(event.target.valueAsNumber)}
        className="slider"
        // A style that the server wrote into the page would be refused by the policy that keeps out foreign ones.
        ref={(slider) => {
          slider?.style.setProperty("--filled", `${share(place)}`);
          slider?.style.setProperty("--entered", `${share(entered)}`);
        }}
      />
    </span>
  );
}
