import { catalogue, localeOf, type Locale } from "@/lib/language/locale";
import type { Assumed } from "@/lib/model/answer/predict";
import { writerOf } from "@/lib/model/format";
import { valueInWords } from "@/lib/model/inputs/words";
import type { Spec } from "@/lib/model/spec";

/** The sentences of the result page in the place of what is not known or not shown. */

/** In place of how sure an estimate is, where no rows came with the model. */
export const NOTHING_MEASURED = catalogue({
  en: "This is not known, because no rows with known outcomes came with this model. Such rows show how accurate a model is, what raises or lowers an estimate, and how it compares with actual cases.",
  de: "Das ist nicht bekannt, weil mit diesem Modell keine Zeilen mit bekannten Ergebnissen kamen. Solche Zeilen zeigen, wie genau ein Modell ist, was eine Schätzung erhöht oder senkt und wie sie zu tatsächlichen Fällen passt.",
});

/** Without a range, nothing says how many digits of an estimate mean anything. */
export const ROUNDED = catalogue({
  en: "The estimate is rounded to 3 significant digits.",
  de: "Die Schätzung ist auf 3 signifikante Stellen gerundet.",
});

const WORDS = catalogue({
  en: {
    hidden: (rows: string, data: string) =>
      `The owner of this model keeps the ${rows} of its ${data} private, so the page shows none of them.`,
    oneAssumed: (label: string, value: string) => `${label} was not given, so the estimate assumes ${value}`,
    severalAssumed: (list: string) => `${list} were not given, so the estimate assumes these values`,
    more: (count: string) => `${count} more`,
    adjusted: (list: string) => ` and adjusts for how rows without ${list} differ`,
    endless: (list: string) => `There is no chart for ${list}: neither rows nor bounds say how far the values go.`,
  },
  de: {
    hidden: (rows, data) =>
      `Der Betreiber dieses Modells hält seine ${data} geheim (${rows}), deshalb zeigt die Seite keine davon.`,
    oneAssumed: (label, value) => `Keine Angabe zu „${label}“; die Schätzung nimmt an: ${value}`,
    severalAssumed: (list) => `Keine Angabe zu: ${list}. Die Schätzung nimmt diese Werte an`,
    more: (count) => `${count} weitere`,
    adjusted: (list) => ` und berücksichtigt, wie Zeilen ohne diese Angabe abweichen (${list})`,
    endless: (list) => `Ohne Diagramm: ${list}. Weder Zeilen noch Grenzen zeigen, wie weit die Werte reichen.`,
  },
});

/** In place of the nearest rows, where the table must not be shown. */
export function hiddenRowsInWords(locale: Locale, rows: number, data: string): string {
  const count = writerOf(locale).count(rows, ...ROWS[locale]);
  return WORDS[locale].hidden(count, data);
}

const ROWS = catalogue<[one: string, many: string]>({ en: ["row", "rows"], de: ["Zeile", "Zeilen"] });

/** Inputs that a sentence names. */
const MOST_NAMED = 6;

/**
 * "Lot area was not given, so the estimate assumes 4,600 sq ft." Where a term says what else differs in rows without it,
 * the estimate is not that of 4,600 sq ft, and the sentence says so.
 */
export function assumedInWords(
  spec: Pick<Spec, "inputs" | "derived" | "terms" | "locale">,
  assumed: Assumed[],
): string {
  const { inputs } = spec;
  const write = writerOf(localeOf(spec));
  const words = WORDS[localeOf(spec)];
  const labelOf = (name: string) => write.inSentence(inputs.find((each) => each.name === name)!.label);
  const adjusted = assumed.flatMap(({ input }) => (hasTermForMissing(spec, input) ? labelOf(input) : []));
  const also = adjusted.length > 0 ? words.adjusted(write.list(adjusted)) : "";
  const parts = assumed.map(({ input: name, value }) => {
    const input = inputs.find((each) => each.name === name)!;
    return { label: labelOf(name), value: valueInWords(input, value) };
  });
  const upper = (text: string) => text.charAt(0).toUpperCase() + text.slice(1);
  const [only] = parts;
  if (only && parts.length === 1) return `${words.oneAssumed(upper(only.label), only.value)}${also}.`;
  const named = parts.slice(0, MOST_NAMED).map(({ label, value }) => `${label} (${value})`);
  const rest = parts.length - named.length;
  const list = write.list(rest > 0 ? [...named, words.more(write.quantity(rest))] : named);
  return `${words.severalAssumed(upper(list))}${also}.`;
}

/** Whether a term or derived feature uses missing() of an input. */
function hasTermForMissing({ derived, terms }: Pick<Spec, "derived" | "terms">, name: string): boolean {
  const use = new RegExp(`\\bmissing\\(\\s*${name}\\s*\\)`);
  return [...terms, ...derived.map(({ formula }) => formula)].some((text) => use.test(text));
}

/** The inputs without a chart. */
export function endlessInWords(locale: Locale, labels: string[]): string {
  return WORDS[locale].endless(labels.join(", "));
}
