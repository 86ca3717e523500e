import { catalogue } from "../../language/locale";

/** Of a number: what is to be entered. */
interface NumberWords {
  label: string;
  /** Whether the label is what is counted, as "Bedrooms". */
  counted: boolean;
  /** Whether something was entered that is no whole number and has to be one. */
  whole: boolean;
  /** Spelled out. */
  unit: string | undefined;
  min: string | undefined;
  max: string | undefined;
}

const range = ({ min, max }: NumberWords, to: string, least: string, most: string) =>
  min !== undefined && max !== undefined
    ? `${min} ${to} ${max}`
    : min !== undefined
      ? `${least} ${min}`
      : max !== undefined
        ? `${most} ${max}`
        : undefined;

/** "lot area" with its article; a label that has one keeps it. */
const withArticle = (label: string) => (/^(the|an?) /i.test(label) ? label : `the ${label}`);

/**
 * What a person does about a field, without the full stop. German sentences need neither the gender of a label nor its
 * cases.
 */
export const INSTRUCTION_WORDS = catalogue({
  en: {
    yesOrNo: (label: string) => `Select yes or no for ${label}`,
    number(words: NumberWords) {
      const { label, counted, whole, unit } = words;
      const bounds = range(words, "to", "at least", "at most");
      const what = counted ? `the number of ${label}` : withArticle(label);
      return `Enter ${what}${whole ? " as a whole number" : ""}${unit ? ` in ${unit}` : ""}${bounds ? `, ${bounds}` : ""}`;
    },
    because: (instruction: string, reason: string) => `${instruction}: ${reason}`,
    tooLow: (value: string) => `${value} is too low`,
    tooHigh: (value: string) => `${value} is too high`,
    noNumber: (text: string, unit?: string) => `${JSON.stringify(text)} is not a number${unit ? ` in ${unit}` : ""}`,
    /** A text that has two readings as a number. */
    either: (instruction: string, _label: string, text: string, one: string, other: string) =>
      `${instruction}: ${JSON.stringify(text)} can be ${one} or ${other}`,
    asking: (instruction: string, question: string) => `${instruction}; ${question}`,
    text: (label: string, most: string) => `Enter ${withArticle(label)} in at most ${most} characters`,
    select: (label: string) => `Select ${withArticle(label)}`,
    likely: (level: string) => `did you mean ${level}?`,
    date(label: string, time: boolean, allowed: string | undefined) {
      const what = /date/i.test(label) ? withArticle(label) : `the ${time ? "date and time" : "date"} of ${label}`;
      return `Enter ${what}${allowed ? `, ${allowed}` : ""}`;
    },
    eitherDate: (instruction: string, dates: string[]) => `${instruction}: it can be ${dates.join(" or ")}`,
  },
  de: {
    yesOrNo: (label) => `${label}: Bitte Ja oder Nein auswählen`,
    number(words) {
      const { label, whole, unit } = words;
      const bounds = range(words, "bis", "mindestens", "höchstens");
      const allowed = bounds && `${bounds}${unit ? ` ${unit}` : ""}`;
      const number = `eine ${whole ? "ganze " : ""}Zahl`;
      if (allowed && !whole) return `${label}: Bitte ${allowed} eingeben`;
      return `${label}: Bitte ${number}${unit && !allowed ? ` (${unit})` : ""} eingeben${allowed ? `, ${allowed}` : ""}`;
    },
    because: (instruction, reason) => `${instruction}; ${reason}`,
    tooLow: (value) => `${value} ist zu niedrig`,
    tooHigh: (value) => `${value} ist zu hoch`,
    noNumber: (text, unit) => `„${text}“ ist keine Zahl${unit ? ` mit der Einheit ${unit}` : ""}`,
    either: (_, label, text, one, other) => `${label}: Bitte ${one} oder ${other} eingeben; „${text}“ kann beides sein`,
    asking: (instruction, question) => `${instruction}; ${question}`,
    text: (label, most) => `${label}: Bitte höchstens ${most} Zeichen eingeben`,
    select: (label) => `${label}: Bitte auswählen`,
    likely: (level) => `meinten Sie ${level}?`,
    date(label, time, allowed) {
      return `${label}: Bitte ${time ? "Datum und Uhrzeit" : "ein Datum"} eingeben${allowed ? `, ${allowed}` : ""}`;
    },
    eitherDate: (instruction, dates) => `${instruction}; gemeint sein kann ${dates.join(" oder ")}`,
  },
});
