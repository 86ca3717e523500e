"use client";

import { othersInWords } from "@/components/fold-words";
import { estimatePath } from "@/components/query";
import { useWords } from "@/components/language/use-words";
import { useWriter } from "@/components/language/use-writer";
import { asSentence } from "@/components/words";
import { RangeLine } from "@/components/range-line";
import { useReady } from "@/components/use-ready";
import { rangeOrReason } from "@/components/range-words";
import { DEFAULT_LEVEL } from "@/lib/model/answer/level";
import type { Inputs } from "@/lib/model/inputs/schema";
import type { Input, Spec } from "@/lib/model/spec";
import { instructionOf } from "@/lib/model/inputs/instruction";
import { readField, readFields, writeFields } from "@/lib/model/inputs/text";
import Link from "next/link";
import { useId, useRef, useState } from "react";
import { useLocale } from "#locale";
import { WhatIfField, type Slide } from "./field";
import { useLiveEstimate, type Shown } from "./use-live-estimate";
import { Warnings } from "./warnings";
import { WHAT_IF_WORDS } from "./words";

interface WhatIfProps {
  spec: Pick<Spec, "id" | "inputs" | "target" | "locale">;
  inputs: Inputs;
  /** The inputs that can be changed from the start, by name; each of the others once it is chosen. */
  first: string[];
  original: Shown;
  slides: Record<string, Slide | undefined>;
  /** The least and the most among the rows; null where there are none. */
  edges: [number, number] | null;
  /** Of the range. */
  level: number;
  /** What figures are rounded to. */
  step: number;
  /** What the API knows our own pages by. */
  token: string;
}

/** Change the answers and see the estimate follow; every number comes from the API. */
export function WhatIf({ spec, inputs, first, original, slides, edges, level, step, token }: WhatIfProps) {
  const words = useWords(WHAT_IF_WORDS);
  const ready = useReady();
  const entered = writeFields(spec, inputs);
  const [text, setText] = useState(entered);
  const live = useLiveEstimate(
    `/api/models/${spec.id}/predict${level === DEFAULT_LEVEL ? "" : `?level=${level}`}`,
    readFields(spec, text),
    readFields(spec, entered),
    original,
    token,
  );
  const [open, setOpen] = useState(first);
  const others = spec.inputs.filter(({ name }) => !open.includes(name));
  const changed = spec.inputs.some(({ name }) => text[name] !== entered[name]);
  const outcome = useRef<HTMLDivElement>(null);
  const startAgain = () => {
    setText(entered);
    // The button goes, and must not take the focus with it.
    outcome.current?.focus({ preventScroll: true });
  };

  return (
    <div aria-busy={live.pending}>
      <div
        ref={outcome}
        tabIndex={-1}
        className="sticky top-0 z-10 -mx-5 border-b border-rule bg-paper px-5 pt-3 pb-4 sm:mx-0 sm:px-0"
      >
        <Outcome spec={spec} original={original} live={live} edges={edges} step={step} changed={changed} />
      </div>
      <fieldset disabled={!ready} className="min-w-0">
        {opened(spec.inputs, first, open).map((input) => (
          <WhatIfField
            key={input.name}
            input={input}
            text={text[input.name] ?? ""}
            entered={entered[input.name] ?? ""}
            slide={slides[input.name]}
            fault={live.faults[input.name] && (instructionFor(input, text) ?? live.faults[input.name])}
            onChange={(value) => setText((before) => ({ ...before, [input.name]: value }))}
          />
        ))}
        {others.length > 0 && <OtherAnswer others={others} onChoose={(name) => setOpen((names) => [...names, name])} />}
      </fieldset>
      {changed && (
        <div className="flex min-h-16 flex-wrap items-center gap-x-8 gap-y-3 border-t border-rule pt-3">
          {live.settled && (
            <Link
              href={estimatePath(spec, readFields(spec, text) as Inputs, level)}
              prefetch={false}
              className="button"
            >
              {words.take}
            </Link>
          )}
          <button type="button" className="link min-h-11 cursor-pointer" onClick={startAgain}>
            {words.again}
          </button>
        </div>
      )}
    </div>
  );
}

/** What to do about an answer, in the words of the form; nothing where the answer alone is allowed. */
function instructionFor(input: Input, text: Record<string, string>): string | undefined {
  return instructionOf(input, readField(input, text[input.name] ?? ""));
}

/** Those from the start in the order of the form, and then what was chosen. */
function opened(inputs: Input[], first: string[], open: string[]): Input[] {
  const chosen = open.slice(first.length).flatMap((name) => inputs.find((input) => input.name === name) ?? []);
  return [...inputs.filter(({ name }) => first.includes(name)), ...chosen];
}

/** The answers that are folded, of which one can be chosen to be changed, too. */
function OtherAnswer({ others, onChoose }: { others: Input[]; onChoose: (name: string) => void }) {
  const words = useWords(WHAT_IF_WORDS);
  const locale = useLocale();
  const id = useId();
  const [chosen, setChosen] = useState("");
  const name = others.some((input) => input.name === chosen) ? chosen : others[0]!.name;
  return (
    <div className="border-t border-rule py-2 sm:grid sm:grid-cols-[11rem_minmax(0,1fr)_auto] sm:items-center sm:gap-x-6">
      <label htmlFor={id} className="flex min-h-11 items-center text-small">
        {othersInWords(others.length, "answer", locale)}
      </label>
      <span className="field block">
        <select
          id={id}
          value={name}
          onChange={(event) => setChosen(event.target.value)}
          className="min-h-11 w-full bg-transparent px-2 text-small outline-none"
        >
          {others.map(({ name, label }) => (
            <option key={name} value={name}>
              {label}
            </option>
          ))}
        </select>
      </span>
      <button type="button" className="link min-h-11 cursor-pointer text-small" onClick={() => onChoose(name)}>
        {words.changeToo}
      </button>
    </div>
  );
}

interface OutcomeProps extends Pick<WhatIfProps, "spec" | "original" | "edges" | "step"> {
  live: ReturnType<typeof useLiveEstimate<Shown>>;
  changed: boolean;
}

/** The number and its change, or in words why there is none. */
function Outcome({ spec, original, live, edges, step, changed }: OutcomeProps) {
  const { estimate, interval } = live.estimated;
  const { unit } = spec.target;
  const words = useWords(WHAT_IF_WORDS);
  const { quantity, signed } = useWriter();
  const write = (value: number) => quantity(value, unit, step);
  // The change of the figures as they are shown, so that anyone can add them up.
  const change = (Math.round(estimate / step) - Math.round(original.estimate / step)) * step;
  const shown = write(estimate);

  return (
    <>
      <p className="flex flex-wrap items-baseline gap-x-4">
        <span className={`text-figure tracking-[-0.05em] ${live.reason ? "text-quiet line-through" : ""}`}>
          <span key={shown} className={changed ? "animate-changed motion-reduce:animate-none" : undefined}>
            {shown}
          </span>
        </span>
        {changed && !live.reason && (
          <span className={`text-lead ${change < 0 ? "text-rust" : "text-accent"}`}>
            {signed(change, unit, step)}
            <span className="text-small text-quiet">{words.from(write(original.estimate))}</span>
          </span>
        )}
      </p>
      {interval && edges && (
        // Of values without an estimate there is no range.
        <div className={`hidden sm:block ${live.reason ? "invisible" : ""}`}>
          <RangeLine
            edges={edges}
            interval={interval}
            estimate={estimate}
            before={changed ? original.estimate : undefined}
          />
        </div>
      )}
      {changed && !live.reason && <Warnings warnings={live.estimated.warnings} />}
      <p role="status" className={`mt-2 max-w-[38rem] text-small ${live.reason ? "text-rust" : "text-quiet"}`}>
        {changed && !live.reason && <span className="sr-only">{shown}. </span>}
        {live.reason ? asSentence(live.reason) : changed ? rangeOrReason(spec, live.estimated, step) : words.start}
      </p>
    </>
  );
}
