import { z } from "zod";
import { formatQuantity, inSentence } from "../format";
import { compileReading } from "../reading";
import type { Input, Spec } from "../spec";
import { acceptValue, faultOf, kindOf } from "./kinds";
import { undefinedTerms, type Fault } from "./undefined-terms";
import type { Inputs, InputValue } from "./value";

export type { Fault, Inputs, InputValue };
export { readText, readValue, writeText } from "./text";

/** What a form, a request or a CSV row holds goes in; raw inputs come out. */
export type InputSchema = z.ZodType<Inputs, Record<string, unknown>>;

/** How far a derived feature that was sent may be from what its inputs give: ten significant digits. */
export const AGREEMENT = 1e-10;

/** What a developer needs to know of an input, for documentation made from the schema; JSON Schema has no word for a unit. */
function describeInput(input: Input) {
  const { label, help, typical } = input;
  const unit = "unit" in input ? input.unit : undefined;
  // JSON Schema has no bounds for dates either.
  const dates = input.kind === "date" ? kindOf(input).allowed(input) : undefined;
  const time = input.kind === "date" && input.time ? "Without a time zone, as 2015-06-30T14:30." : undefined;
  const open = input.kind === "category" && input.other && "Any other text is estimated as rare levels are.";
  const sentences = [help, unit && `In ${unit}.`, dates && `${dates}.`, time, open].filter(Boolean);
  return {
    title: label,
    ...(sentences.length > 0 && { description: sentences.join(" ") }),
    ...(unit !== undefined && { "x-unit": unit }),
    ...(typical !== undefined && !open && { examples: [typical] }),
  };
}

function valueSchema(input: Input): z.ZodType<InputValue> {
  const kind = kindOf(input);
  const optional = typeof input.missing === "object";
  const allowed = kind.jsonSchema(input);
  return (optional ? z.unknown().optional() : z.unknown())
    .meta({ ...(optional ? { anyOf: [allowed, { type: "null" }] } : allowed), ...describeInput(input) })
    .transform((sent, context) => {
      const value = acceptValue(input, sent);
      if (value !== undefined) return value;
      context.addIssue({ code: "custom", message: faultOf(input, sent) });
      return z.NEVER;
    });
}

/**
 * The one schema for a model's inputs, behind form, API and CSV.
 *
 * It takes an object with every raw input by name: JSON numbers, booleans (or 0 and 1) and levels. Derived
 * features may be there too and must then agree with the inputs; any other name is an error. What comes out
 * holds the raw inputs alone, and every term of the model is defined for them.
 */
export function inputSchema(spec: Spec): InputSchema {
  const reading = compileReading(spec);
  const names = spec.inputs.map((input) => input.name).join(", ");
  const fields = [
    ...spec.inputs.map((input) => [input.name, valueSchema(input)] as const),
    ...spec.derived.map(({ name, label, formula }) => {
      const schema = z.number({ error: `${inSentence(label)} must be a number, or be left out` }).optional();
      return [name, schema.meta({ title: label, description: `May be left out; must equal ${formula}.` })] as const;
    }),
  ];
  return z
    .strictObject(Object.fromEntries(fields), {
      error: (issue) =>
        issue.code === "unrecognized_keys"
          ? `is not an input of this model; the inputs are ${names}`
          : `the inputs must be an object with ${names}`,
    })
    .transform((sent, context): Inputs => {
      const inputs: Inputs = {};
      for (const { name } of spec.inputs) inputs[name] = (sent[name] ?? null) as InputValue;
      const complain = (name: string, message: string) => context.addIssue({ code: "custom", path: [name], message });
      const encoded = reading.encode(inputs);
      if (!reading.isDefined(encoded)) {
        for (const { name, detail } of undefinedTerms(spec, reading, encoded)) complain(name, detail);
        return z.NEVER;
      }
      reading.derived.forEach(({ name, evaluate }, index) => {
        const claimed = sent[name];
        const actual = evaluate(encoded);
        if (typeof claimed !== "number" || Math.abs(claimed - actual) <= AGREEMENT * Math.abs(actual)) return;
        const { label, formula, unit } = spec.derived[index]!;
        complain(
          name,
          `${inSentence(label)} must equal ${formula}, which is ${formatQuantity(actual, unit)}, or be left out`,
        );
      });
      return inputs;
    });
}

/** The faults that the input schema found, one for each field. */
export function faultsOf(error: z.ZodError): Fault[] {
  const faults = new Map<string, string>();
  for (const issue of error.issues) {
    if (issue.code === "unrecognized_keys") for (const key of issue.keys) faults.set(key, `${key} ${issue.message}`);
    else {
      const name = String(issue.path[0] ?? "");
      if (!faults.has(name)) faults.set(name, issue.message);
    }
  }
  return [...faults].map(([name, detail]) => ({ name, detail }));
}
