import { catalogue, type Locale } from "../../language/locale";
import { writerOf } from "../../model/format";

const [en, de] = [writerOf("en"), writerOf("de")];

/** The texts of a description that is guessed, by the language of the description. Labels are as the owner has them. */
export const DESCRIPTION_WORDS = catalogue({
  en: {
    title: (target: string, subject: string) => `${target}, ${en.inSentence(subject)}`,
    summary: (target: string, inputs: number) =>
      `An estimate of ${en.inSentence(target)} from ${en.count(inputs, "input", "inputs")}.`,
    question: (target: string, file: string) => `${en.inSentence(target)} (${file})`,
    purpose: (target: string) => `A first estimate of ${en.inSentence(target)}, in cases similar to the training data.`,
    uses: (inputs: string) => `It uses only ${inputs}; nothing else affects the estimate.`,
    moreInputs: (count: number) => `${count} more inputs`,
    trainedOn: (rows: string) => `It was trained on ${rows}. Other places and other times can differ.`,
    fittedElsewhere: "It was fitted elsewhere: its file contains neither the training data nor its accuracy.",
    rows: (rows: number, file: string) => `${en.count(rows, "row", "rows")} of ${file}`,
    readFrom: (regressor: string, library: string | undefined, files: string) =>
      `A ${regressor}${library === undefined ? "" : ` of ${library}`}, read from ${files}.`,
    notStated: "not stated",
    empty: "(empty)",
  },
  de: {
    title: (target, subject) => `${target}, ${subject}`,
    summary: (target, inputs) => `Eine Schätzung aus ${de.count(inputs, "Eingabe", "Eingaben")}: ${target}.`,
    question: (target, file) => `${target} (${file})`,
    purpose: (target) => `Eine erste Schätzung für Fälle, die den Trainingsdaten ähneln: ${target}.`,
    uses: (inputs) => `Das Modell verwendet nur diese Eingaben: ${inputs}. Nichts anderes geht in die Schätzung ein.`,
    moreInputs: (count) => `${count} weitere`,
    trainedOn: (rows) =>
      `Trainiert ist das Modell mit ${rows}. An anderen Orten und zu anderen Zeiten kann es anders sein.`,
    fittedElsewhere:
      "Das Modell ist anderswo trainiert: Seine Datei enthält weder die Trainingsdaten noch die Genauigkeit.",
    rows: (rows, file) => `${de.count(rows, "Zeile", "Zeilen")} aus ${file}`,
    readFrom: (regressor, library, files) =>
      `${regressor}${library === undefined ? "" : ` aus ${library}`}, gelesen aus ${files}.`,
    notStated: "keine Angabe",
    empty: "(leer)",
  },
});

/** What to check of a model that was fitted elsewhere. */
export const IMPORT_NOTES = catalogue({
  en: {
    noBounds: "No bounds are known: give each input a minimum and a maximum; without them, every number is accepted.",
    noUnit: (target: string) => `No unit is known for ${target}: give it one, such as USD, if it has one.`,
    noUnits: (inputs: string[]) => `No unit is known for ${en.list(inputs)}: add one where there is one.`,
    names: (changed: (readonly [header: string, name: string])[]) =>
      `In the API, ${en.list(changed.map(([header, name]) => `${header} is ${name}`))}.`,
  },
  de: {
    noBounds:
      "Minimum und Maximum sind nicht bekannt: Geben Sie jeder Eingabe beides. Ohne sie wird jede Zahl angenommen.",
    noUnit: (target) => `Für ${target} ist keine Einheit bekannt: Geben Sie eine an, etwa EUR, wenn es eine gibt.`,
    noUnits: (inputs) => `Keine Einheit ist bekannt für ${de.list(inputs)}: Ergänzen Sie eine, wo es eine gibt.`,
    names: (changed) => `In der API heißt ${de.list(changed.map(([header, name]) => `${header} ${name}`))}.`,
  },
});

/** The most names of inputs in a sentence of the card. */
const MOST_LABELS = 8;

/** What a card says of the inputs: some by their labels, where there are many. */
export function usesInWords(locale: Locale, labels: readonly string[]): string {
  const words = DESCRIPTION_WORDS[locale];
  const write = writerOf(locale);
  const called = labels.map((label) => write.inSentence(label));
  const shown =
    called.length > MOST_LABELS + 1
      ? [...called.slice(0, MOST_LABELS), words.moreInputs(called.length - MOST_LABELS)]
      : called;
  return words.uses(write.list(shown));
}
