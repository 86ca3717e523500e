import { formatCount, formatQuantity, inSentence } from "../model/format";
import { kindOf } from "../model/inputs/kinds";
import { readValue } from "../model/inputs/text";
import { Unreadable } from "../model/inputs/unreadable";
import type { Place } from "../model/inputs/written-number";
import type { Input, Spec } from "../model/spec";

/** What is wrong with a row of a training table. */
export interface RowFault {
  /** From 1 at the start of the block, or of the file. */
  line: number;
  /** The input or the target; empty for the row as a whole. */
  name: string;
  /** What it needs, as a sentence begins. */
  detail: string;
  /** What stands in its cell. */
  text: string;
  /** What can be done beside correcting it. */
  advice: string;
}

/** How often each text stands for a missing value, by input or target. */
export type MissingCounts = Map<string, Map<string, number>>;

/** Places that a message names for each kind of fault. */
const PLACES = 3;
/** Kinds of fault that a message lists. */
const MOST_KINDS = 10;
/** Characters of a cell that a message repeats. */
const MOST_SHOWN = 40;

/** The fault of a cell that the model refuses, with what can be done about it. */
export function faultOfCell(input: Input, detail: string, line: number, text: string, place: Place): RowFault {
  const fault = { line, name: input.name, text, detail, advice: "" };
  const value = readValue(input, text, place);
  if (value instanceof Unreadable) {
    const label = inSentence(input);
    if (!value.readings)
      return {
        ...fault,
        detail: `${label} ${value.need}`,
        advice: (input.kind === "boolean" && ADVICE.boolean?.type) || "",
      };
    return {
      ...fault,
      detail: `${label} can be ${value.readings.join(" or ")} where it is ${JSON.stringify(value.text)}, and no cell of the table tells which`,
      advice: 'Set "decimal" of "training" to the mark before decimals: "." or ",".',
    };
  }
  const kind = kindOf(input);
  if (kind.accept(input, value) === undefined)
    return { ...fault, advice: ADVICE[input.kind]?.[kind.failed(input, value)] ?? "" };
  return fault;
}

const OF_NUMBERS = {
  type: 'Correct them, or add what stands for a missing value to "missing" of "training".',
  bounds: "Correct them, or change min and max.",
  whole: 'Correct them, or make it of the kind "number".',
};
const ADVICE: Record<string, Partial<Record<string, string>>> = {
  number: OF_NUMBERS,
  integer: OF_NUMBERS,
  boolean: { type: 'Correct them, or list them under "yes" and "no".' },
  category: {
    type: 'Correct them, add them to the levels, or give it "other", which takes levels that are not listed.',
  },
};

/** Faults in words: a line for each kind of fault of an input, with how many rows have it and the first of them. */
export function describeFaults(faults: RowFault[]): string[] {
  const kinds = new Map<string, RowFault[]>();
  for (const fault of faults) {
    // What can be done is the same for texts with two readings, whatever they are.
    const key = fault.advice.startsWith("Set") ? fault.name : `${fault.name} ${fault.detail}`;
    kinds.set(key, [...(kinds.get(key) ?? []), fault]);
  }
  return [...kinds.values()].slice(0, MOST_KINDS).map(describeKind);
}

function describeKind(faults: RowFault[]): string {
  const { name, detail, advice } = faults[0]!;
  const count = faults.length;
  const shown = faults.slice(0, PLACES);
  const others = count > PLACES ? ` and ${(count - PLACES).toLocaleString("en-US")} more` : "";
  if (name === "") {
    return `${detail} (line ${shown.map(({ line }) => line).join(", ")}${others})`;
  }
  const cells = shown.map(({ text, line }) => `${asShown(text)} (line ${line})`).join(", ");
  return `${detail}; ${inRows(count)} ${cells}${others}.${advice && ` ${advice}`}`;
}

const inRows = (count: number) => formatCount(count, "row has", "rows have");

function asShown(text: string): string {
  if (text.trim() === "") return "an empty cell";
  return JSON.stringify(text.length > MOST_SHOWN ? `${text.slice(0, MOST_SHOWN)}…` : text);
}

/** What is wrong with a table in which inputs are missing that may not be; a line for each of them. */
export function describeMissing({ inputs }: Pick<Spec, "inputs">, missing: MissingCounts, rows: number): string[] {
  return inputs.flatMap(({ name, label, ...input }) => {
    const texts = missing.get(name);
    if (input.missing !== "not allowed" || !texts) return [];
    const count = countOf(texts);
    const how = `leave them out with "missing": "leave out" in ${name}, or assume a value with "missing": { "value": … }`;
    return `${formatQuantity(count)} of ${formatCount(rows, "row")} ${count === 1 ? "has" : "have"} no ${inSentence(label)} (${listTexts(texts)}). Complete them, ${how}.`;
  });
}

/** How many cells there are. */
export function countOf(texts: Map<string, number>): number {
  return [...texts.values()].reduce((sum, count) => sum + count, 0);
}

/** "NA 2, ? 1, empty 2": the commonest first. */
function listTexts(texts: Map<string, number>): string {
  const sorted = [...texts].sort(([, one], [, other]) => other - one);
  return sorted.map(([text, count]) => `${text === "" ? "empty" : text} ${count.toLocaleString("en-US")}`).join(", ");
}

/** Add counts to others. */
export function addMissing(to: MissingCounts, counts: MissingCounts): void {
  for (const [name, texts] of counts) {
    const known = to.get(name) ?? new Map<string, number>();
    for (const [text, count] of texts) known.set(text, (known.get(text) ?? 0) + count);
    to.set(name, known);
  }
}
