import { valueInWords } from "@/components/words";
import type { Assumed } from "@/lib/model/answer/predict";
import { formatQuantity, inSentence, listInWords } from "@/lib/model/format";
import type { Spec } from "@/lib/model/spec";

/** The sentences of the result page in the place of what is not known or not shown. */

/** In place of how sure an estimate is, where no rows came with the model. */
export const NOTHING_MEASURED =
  "This is not known. Rows with known outcomes would show how accurate the model is, what raises or lowers this estimate, and how it compares with real cases; none came with this model.";

/** Without a range, nothing says how many digits of an estimate mean anything. */
export const ROUNDED = "The estimate is rounded to three significant digits.";

/** In place of the nearest rows, where the table must not be shown. */
export function hiddenRowsInWords(rows: number, data: string): string {
  return `The owner of this model keeps the ${formatQuantity(rows)} rows of its ${data} private, so none of them is shown beside this estimate.`;
}

/** Inputs that a sentence names. */
const MOST_NAMED = 6;

/**
 * "Lot area was not given, so the estimate assumes 4,600 sq ft." Where a term says what else differs in rows without it,
 * the estimate is not that of 4,600 sq ft, and the sentence says so.
 */
export function assumedInWords(spec: Pick<Spec, "inputs" | "derived" | "terms">, assumed: Assumed[]): string {
  const { inputs } = spec;
  const adjusted = assumed.flatMap(({ input: name }) =>
    hasTermForMissing(spec, name) ? inSentence(inputs.find((each) => each.name === name)!.label) : [],
  );
  const also = adjusted.length > 0 ? ` and adjusts for how rows without ${listInWords(adjusted)} differ` : "";
  const parts = assumed.map(({ input: name, value }) => {
    const input = inputs.find((each) => each.name === name)!;
    return { label: inSentence(input.label), value: valueInWords(input, value) };
  });
  const upper = (text: string) => text.charAt(0).toUpperCase() + text.slice(1);
  const [only] = parts;
  if (only && parts.length === 1)
    return `${upper(only.label)} was not given, so the estimate assumes ${only.value}${also}.`;
  const named = parts.slice(0, MOST_NAMED).map(({ label, value }) => `${label} (${value})`);
  const rest = parts.length - named.length;
  const list = listInWords(rest > 0 ? [...named, `${formatQuantity(rest)} more`] : named);
  return `${upper(list)} were not given, so the estimate assumes these values${also}.`;
}

/** Whether a term or derived feature uses missing() of an input. */
function hasTermForMissing({ derived, terms }: Pick<Spec, "derived" | "terms">, name: string): boolean {
  const use = new RegExp(`\\bmissing\\(\\s*${name}\\s*\\)`);
  return [...terms, ...derived.map(({ formula }) => formula)].some((text) => use.test(text));
}

/** The inputs without a chart. */
export function endlessInWords(labels: string[]): string {
  return `There is no chart for ${labels.join(", ")}: neither examples nor bounds say how far the values go.`;
}
