import { catalogue } from "@/lib/language/locale";
import { writerOf } from "@/lib/model/format";

/** What a file contains, and the form to try it. */
export const MODEL_WORDS = catalogue({
  en: {
    title: "What it is",
    steps: "The steps for each row, in order",
    inputs: (count: number) =>
      count === 1 ? "What the input accepts" : `What each of the ${writerOf("en").quantity(count)} inputs accepts`,
    notNeeded: (count: number) => `${writerOf("en").count(count, "name", "names")} in the file that no estimate needs`,
    coefficients: "Coefficients",
    otherCoefficients: "The other coefficients",
    head: ["Column", "Coefficient"],
    intercept: "Intercept",
    leftOut: (count: number) =>
      `${writerOf("en").count(count, "more coefficient is", "more coefficients are")} not shown here.`,
    tryTitle: "Try it",
    tryLead: "This is the form as it will be published, with the names and units from above.",
    weEstimate: "We estimate",
    allDigits: "The API gives all digits:",
  },
  de: {
    title: "Was es ist",
    steps: "Die Schritte für jede Zeile, der Reihe nach",
    inputs: (count) =>
      count === 1 ? "Was die Eingabe annimmt" : `Was jede der ${writerOf("de").quantity(count)} Eingaben annimmt`,
    notNeeded: (count) =>
      `${writerOf("de").count(count, "Name", "Namen")} in der Datei, ${count === 1 ? "den" : "die"} keine Schätzung braucht`,
    coefficients: "Koeffizienten",
    otherCoefficients: "Die übrigen Koeffizienten",
    head: ["Spalte", "Koeffizient"],
    intercept: "Achsenabschnitt",
    leftOut: (count) =>
      `${writerOf("de").count(count, "weiterer Koeffizient fehlt", "weitere Koeffizienten fehlen")} hier.`,
    tryTitle: "Ausprobieren",
    tryLead: "So wird das Formular veröffentlicht, mit den Namen und Einheiten von oben.",
    weEstimate: "Wir schätzen",
    allDigits: "Die API gibt alle Ziffern an:",
  },
});
