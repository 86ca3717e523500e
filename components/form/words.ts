import { catalogue } from "@/lib/language/locale";
import { writerOf } from "@/lib/model/format";

const en = writerOf("en");
const de = writerOf("de");

/** What a form says around its fields. */
export const FORM_WORDS = catalogue({
  en: {
    typical: "Typical values are filled in. Replace them with your own.",
    startAgain: "Start again from typical values",
    estimate: (label: string) => `Estimate the ${en.inSentence(label)}`,
    estimating: "Estimating…",
    calculated: "Calculated for you:",
  },
  de: {
    typical: "Typische Werte sind eingetragen. Ersetzen Sie sie durch Ihre eigenen.",
    startAgain: "Neu mit typischen Werten beginnen",
    estimate: (label) => `${label} schätzen`,
    estimating: "Schätzung läuft …",
    calculated: "Für Sie berechnet:",
  },
});

/** The list of what is wrong, above the fields. */
export const ERROR_WORDS = catalogue({
  en: {
    /** Begins the title of the page. */
    title: "Error: ",
    problems: (count: number) =>
      count === 1 ? "There is 1 problem" : `There are ${en.count(count, "problem", "problems")}`,
  },
  de: {
    title: "Fehler: ",
    problems: (count) => `Bitte prüfen Sie ${de.count(count, "Angabe", "Angaben")}`,
  },
});

/** What a field says. */
export const FIELD_WORDS = catalogue({
  en: {
    error: "Error: ",
    yes: "Yes",
    no: "No",
    unknown: "I don’t know",
    choose: "Choose…",
    leaveBlank: "Leave it blank if you do not know.",
    chooseUnknown: "Choose “I don’t know” if you do not know.",
    typical: (value: string) => `Typical: ${value}`,
    accepted: (values: string) => `Accepted: ${values}`,
    decrease: (label: string) => `Decrease ${label}`,
    increase: (label: string) => `Increase ${label}`,
    find: (levels: number) => `type to find one of ${en.count(levels, "level", "levels")}`,
    others: (find: string, other: string) => `${find}; what is not listed counts as ${other}`,
    found: (count: number) => en.count(count, "level", "levels"),
    moreLevels: (count: number) => `${en.quantity(count)} more. Type to find them.`,
  },
  de: {
    error: "Fehler: ",
    yes: "Ja",
    no: "Nein",
    unknown: "Weiß ich nicht",
    choose: "Bitte wählen …",
    leaveBlank: "Lassen Sie das Feld leer, wenn Sie es nicht wissen.",
    chooseUnknown: "Wählen Sie „Weiß ich nicht“, wenn Sie es nicht wissen.",
    typical: (value) => `Typisch: ${value}`,
    accepted: (values) => `Zulässig: ${values}`,
    decrease: (label) => `${label} verringern`,
    increase: (label) => `${label} erhöhen`,
    find: (levels) => `tippen Sie, um einen von ${de.count(levels, "Wert", "Werten")} zu finden`,
    others: (find, other) => `${find}; alles andere zählt als „${other}“`,
    found: (count) => de.count(count, "Wert", "Werte"),
    moreLevels: (count) => `${de.quantity(count)} weitere. Tippen Sie, um sie zu finden.`,
  },
});
