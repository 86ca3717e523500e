import { typeInWords } from "@/components/docs/schema-words";
import { kindOf } from "@/lib/model/inputs/kinds";
import type { Inputs } from "@/lib/model/inputs/schema";
import type { Input, Spec } from "@/lib/model/spec";
import { asHeaders, asObject } from "./javascript";

const INTERVAL = `  interval: {
    level: number;
    low: number;
    high: number;
    /** The coverage measured on n training rows with similar estimates, each left out of the fit. */
    measured: { share: number; n: number } | null;
  };`;
const NO_INTERVAL = `  interval: null;
  intervalReason: { code: string; detail: string };`;
const CONTRIBUTIONS = "  contributions: { input: string; value: number | boolean | string | null; amount: number }[];";

/** What comes with the estimates of a model. */
interface Known {
  interval: boolean;
  contributions: boolean;
}

/** The call in TypeScript: what goes in as the model describes it, and what comes out of this model. */
export function asTypeScript(
  url: string,
  spec: Pick<Spec, "inputs">,
  inputs: Inputs,
  known: Known,
  keyed = false,
): string {
  return `interface Inputs {
${spec.inputs.map(declare).join("\n")}
}

interface Estimate {
  estimate: number;
${known.interval ? INTERVAL : NO_INTERVAL}
${known.contributions ? CONTRIBUTIONS : "  contributions: null;"}
  warnings: { code: string; input?: string; detail: string }[];
}

interface Refusal {
  estimate: null;
  refusal: { code: string; detail: string };
}

const inputs: Inputs = ${asObject(inputs, "")};

const response = await fetch("${url}", {
  method: "POST",
  headers: ${asHeaders(keyed)},
  body: JSON.stringify(inputs),
});
if (!response.ok) throw new Error(await response.text());

const answer: Estimate | Refusal = await response.json();
if (answer.estimate === null) console.log(answer.refusal.detail);
else console.log(answer.estimate, answer.interval);`;
}

function declare(input: Input): string {
  return `  /** ${asComment(describe(input))} */\n  ${input.name}: ${typeOf(input)};`;
}

/** What the type does not say: "Lot area in sq ft: number, 500 to 50,000". */
function describe(input: Input): string {
  if (input.kind === "boolean" || input.kind === "category") return input.label;
  if (input.kind === "date") return [input.label, kindOf(input).allowed(input)].filter(Boolean).join(": ");
  const { label, unit, kind, min, max } = input;
  return `${label}${unit ? ` in ${unit}` : ""}: ${typeInWords({ type: kind, minimum: min, maximum: max })}`;
}

/** On one line, and without what would end the comment. */
function asComment(text: string): string {
  return text.replaceAll(/\s+/g, " ").replaceAll("*/", "* /");
}

function typeOf(input: Input): string {
  switch (input.kind) {
    case "number":
    case "integer":
      return "number";
    case "boolean":
      return "boolean";
    case "date":
      return "string";
    case "category":
      if (input.other) return "string";
      return input.levels.map((level) => JSON.stringify(level)).join(" | ");
  }
}
