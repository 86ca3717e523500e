import { formatDate, formatNumber, inSentence, isYear, singularOf } from "../format";
import type { Input } from "../spec";
import { likeliest, MOST_CHARACTERS } from "./category";
import { readDateText } from "./date-text";
import { acceptValue, boundsSlip, kindOf } from "./kinds";
import { Unreadable } from "./unreadable";

type InputOf<Kind extends Input["kind"]> = Extract<Input, { kind: Kind }>;

/** Units that a page spells out inside a sentence; others stand as the description has them. */
const SPELLED: Readonly<Record<string, string>> = {
  "sq ft": "square feet",
  "m²": "square metres",
  ft: "feet",
  m: "metres",
  cm: "centimetres",
  km: "kilometres",
  mi: "miles",
  kg: "kilograms",
  lb: "pounds",
  "%": "per cent",
  "°": "degrees",
};

/**
 * What a person does about an answer that is missing or not allowed, as a sentence without its full stop: "Enter the lot
 * area in square feet, 500 to 50,000". The API says the same as a condition; see `faultOf`.
 *
 * @param sent what the field holds, as `readValue` reads it
 * @returns undefined where the answer is allowed
 */
export function instructionOf(input: Input, sent: unknown): string | undefined {
  if (acceptValue(input, sent) !== undefined) return undefined;
  switch (input.kind) {
    case "boolean":
      return input.instruction ?? `Select yes or no for ${inSentence(input.label)}`;
    case "category":
      return forCategory(input, sent);
    case "date":
      return forDate(input, sent);
    case "number":
    case "integer":
      return forNumber(input, sent);
  }
}

/** "lot area" with its article; a label that has one keeps it. */
function named(label: string): string {
  return /^(the|an?) /i.test(label) ? inSentence(label) : `the ${inSentence(label)}`;
}

function forNumber(input: InputOf<"number" | "integer">, sent: unknown): string {
  const { label, kind, unit, min, max } = input;
  const counted = kind === "integer" && unit === undefined && !isYear(input) && singularOf(inSentence(label));
  const what = counted ? `the number of ${inSentence(label)}` : named(label);
  const whole = kind === "integer" && typeof sent === "number" && !Number.isInteger(sent) ? " as a whole number" : "";
  const inUnit = unit === undefined ? "" : ` in ${SPELLED[unit] ?? unit}`;
  const write = (value: number) => formatNumber(input, value, { bare: true });
  const bounds =
    min !== undefined && max !== undefined
      ? `, ${write(min)} to ${write(max)}`
      : min !== undefined
        ? `, at least ${write(min)}`
        : max !== undefined
          ? `, at most ${write(max)}`
          : "";
  const readings = sent instanceof Unreadable && sent.readings;
  const doubt = readings ? `: ${JSON.stringify(sent.text)} can be ${readings.join(" or ")}` : "";
  const slip = boundsSlip(input, sent);
  return `Enter ${what}${whole}${inUnit}${bounds}${doubt}${slip ? `; ${slip}` : ""}`;
}

function forCategory({ label, levels, other }: InputOf<"category">, sent: unknown): string {
  const what = named(label);
  if (other) return `Enter ${what} in at most ${MOST_CHARACTERS} characters`;
  const likely = typeof sent === "string" && sent !== "" ? likeliest(levels, sent) : undefined;
  return `Select ${what}${likely === undefined ? "" : `; did you mean ${likely}?`}`;
}

function forDate(input: InputOf<"date">, sent: unknown): string {
  const { label, time } = input;
  const kind = time ? "date and time" : "date";
  const what = /date/i.test(label) ? named(label) : `the ${kind} of ${inSentence(label)}`;
  const allowed = kindOf(input).allowed(input);
  const readings = typeof sent === "string" ? readDateText(sent) : [];
  const doubt = readings.length > 1 ? `: it can be ${readings.map(formatDate).join(" or ")}` : "";
  return `Enter ${what}${allowed ? `, ${allowed}` : ""}${doubt}`;
}
