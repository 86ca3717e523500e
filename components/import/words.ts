import { asSentence } from "@/components/words";
import { ANSWERS } from "@/lib/import/estimator/words";
import type { Inverse, ModelDescription } from "@/lib/import/estimator/description";
import { catalogue, DEFAULT_LOCALE, type Locale } from "@/lib/language/locale";
import { writerOf } from "@/lib/model/format";
import { readPrinted } from "@/lib/model/printed";
import type { CheckedRow } from "@/lib/training/draft/golden-rows";
import type { CheckedRows } from "./draft-model";

/** The sentences about a file and its golden rows. */
const WORDS = catalogue({
  en: {
    fitted: (regressor: string, library: string) => `${regressor} of ${library}`,
    unknownRelease: "a scikit-learn of unknown release",
    counts: (coefficients: number, inputs: number) =>
      `${writerOf("en").count(coefficients, "coefficient", "coefficients")} for ${writerOf("en").count(inputs, "input", "inputs")}.`,
    plainSum: "The estimate is the intercept plus each coefficient times its column.",
    sum: (estimate: string) =>
      `The sum is the intercept plus each coefficient times its column; the estimate is ${estimate}.`,
    estimates: ANSWERS,
    named: "The file has the names of its inputs.",
    unnamed: (count: number) =>
      count === 1
        ? "The file has no name for its input."
        : `The file has no names for its ${writerOf("en").quantity(count)} inputs, only their order.`,
    partlyNamed: (unnamed: number, inputs: number) =>
      `The file has no names for ${unnamed} of its ${inputs} inputs, only their positions.`,
    agree: (rows: number) =>
      rows === 1
        ? "The golden row agrees in every printed digit."
        : `All ${writerOf("en").quantity(rows)} golden rows agree in every printed digit.`,
    differ: (wrong: number, rows: number) =>
      rows === 1
        ? "The golden row differs, so the model cannot be published."
        : `${writerOf("en").quantity(wrong)} of ${writerOf("en").quantity(rows)} golden rows ${wrong === 1 ? "differs" : "differ"}, so the model cannot be published.`,
    remedy:
      "Check the inputs and their order. Check also whether the notebook transforms inputs before predict, or estimates after it.",
  },
  de: {
    fitted: (regressor, library) => `${regressor} aus ${library}`,
    unknownRelease: "scikit-learn, Version unbekannt",
    counts: (coefficients, inputs) =>
      `${writerOf("de").count(coefficients, "Koeffizient", "Koeffizienten")} für ${writerOf("de").count(inputs, "Eingabe", "Eingaben")}.`,
    plainSum: "Die Schätzung ist der Achsenabschnitt plus jeder Koeffizient mal seine Spalte.",
    sum: (estimate) =>
      `Die Summe ist der Achsenabschnitt plus jeder Koeffizient mal seine Spalte; die Schätzung ist ${estimate}.`,
    estimates: {
      identity: "die Summe",
      exp: "e hoch diese Summe",
      expm1: "e hoch diese Summe, minus 1",
      square: "das Quadrat dieser Summe",
    } satisfies Record<Inverse, string>,
    named: "Die Datei enthält die Namen der Eingaben.",
    unnamed: (count) =>
      count === 1
        ? "In der Datei fehlt der Name der Eingabe."
        : `In der Datei fehlen die Namen der ${writerOf("de").quantity(count)} Eingaben; sie enthält nur die Reihenfolge.`,
    partlyNamed: (unnamed, inputs) =>
      `In der Datei ${unnamed === 1 ? "fehlt der Name" : "fehlen die Namen"} von ${unnamed} der ${inputs} Eingaben; bekannt ist nur die Position.`,
    agree: (rows) =>
      rows === 1
        ? "Die Prüfzeile stimmt in jeder ausgegebenen Ziffer überein."
        : `Alle ${writerOf("de").quantity(rows)} Prüfzeilen stimmen in jeder ausgegebenen Ziffer überein.`,
    differ: (wrong, rows) =>
      rows === 1
        ? "Die Prüfzeile weicht ab, deshalb lässt sich das Modell nicht veröffentlichen."
        : `${writerOf("de").quantity(wrong)} von ${writerOf("de").quantity(rows)} Prüfzeilen ${wrong === 1 ? "weicht" : "weichen"} ab, deshalb lässt sich das Modell nicht veröffentlichen.`,
    remedy:
      "Prüfen Sie die Eingaben und ihre Reihenfolge. Prüfen Sie auch, ob das Notebook Eingaben vor predict oder Schätzungen danach umrechnet.",
  },
});

/** "Ridge of scikit-learn 1.9.1". A file of another format describes itself in English; see `writer`. */
export function modelInWords(locale: Locale, description: ModelDescription): string {
  const { regressor, writer, library, release } = description;
  if (writer !== undefined) return `${regressor}, ${writer}`;
  const words = WORDS[locale];
  if (library !== undefined) return words.fitted(regressor, library);
  return words.fitted(regressor, release === null ? words.unknownRelease : `scikit-learn ${release}`);
}

/** How many coefficients there are, and how the estimate follows from them. */
export function sumInWords(locale: Locale, { columns, inputs, inverse }: ModelDescription): string {
  const words = WORDS[locale];
  const sum = inverse === "identity" ? words.plainSum : words.sum(words.estimates[inverse]);
  return `${words.counts(columns.length, inputs.length)} ${sum}`;
}

/** Whether the file has the names of its inputs. */
export function namesInWords(locale: Locale, { inputs }: ModelDescription): string {
  const words = WORDS[locale];
  const unnamed = inputs.filter(({ name }) => name === null).length;
  if (unnamed === 0) return words.named;
  return unnamed < inputs.length ? words.partlyNamed(unnamed, inputs.length) : words.unnamed(unnamed);
}

/** How far an estimate is from the number that was printed: "+0.0123", "0"; with every digit. */
export function differenceInWords(
  { estimate, printed }: Pick<CheckedRow, "estimate" | "printed">,
  locale: Locale = DEFAULT_LOCALE,
): string {
  const difference = Number((estimate - readPrinted(printed)!.value).toPrecision(3));
  return `${difference > 0 ? "+" : ""}${everyDigit(locale, difference)}`;
}

/** Every digit, as Python prints a number, with a legible minus sign and the decimal mark of the page. */
export function everyDigit(locale: Locale, value: number | string): string {
  const digits = String(value).replace("-", "−");
  return locale === "de" && !digits.includes(",") ? digits.replace(".", ",") : digits;
}

/** Whether all golden rows agree; empty where there is none. */
export function verdictInWords(locale: Locale, { typed, table }: Pick<CheckedRows, "typed" | "table">): string {
  const rows = [...typed, ...table];
  const wrong = rows.filter(({ agrees }) => !agrees).length;
  if (rows.length === 0) return "";
  return wrong === 0 ? WORDS[locale].agree(rows.length) : WORDS[locale].differ(wrong, rows.length);
}

/** What to do about rows that differ. */
export function remedyInWords(locale: Locale, hint: string | undefined): string {
  return hint ? asSentence(hint) : WORDS[locale].remedy;
}
