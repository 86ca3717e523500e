import { catalogue } from "@/lib/language/locale";
import { writerOf } from "@/lib/model/format";

/** How accurate models are, in the terms of the card. `what` is what the model estimates, as a sentence names it. */
export const ACCURACY_WORDS = catalogue({
  en: {
    ask: "How accurate is it?",
    median: "Median error",
    within: (tolerance: string) => `Off by at most ${tolerance}`,
    mean: "Average error (MAE)",
    rootMeanSquare: "Average error that counts large errors more (RMSE)",
    half: (error: string, what: string) => `Half of the estimates are within ${error} of the actual ${what}.`,
    unknown: "Its accuracy is not known: no rows with known outcomes came with this model.",
    better: (others: string) => `That is more accurate than ${others}.`,
    trained: (rows: number) => `Trained on ${writerOf("en").count(rows, "case", "cases")}.`,
    /** Where the model was trained elsewhere. */
    measured: (rows: number) => `Measured on ${writerOf("en").count(rows, "case", "cases")}.`,
    source: "Source of the data",
    published: (day: string) => `Published on ${day}.`,
  },
  de: {
    ask: "Wie genau ist das?",
    median: "Medianfehler",
    within: (tolerance) => `Fehler höchstens ${tolerance}`,
    mean: "Durchschnittlicher Fehler (MAE)",
    rootMeanSquare: "Durchschnittlicher Fehler, bei dem große Fehler stärker zählen (RMSE)",
    half: (error) => `Die Hälfte der Schätzungen weicht um höchstens ${error} vom tatsächlichen Wert ab.`,
    unknown: "Die Genauigkeit ist nicht bekannt: Mit diesem Modell kamen keine Zeilen mit bekannten Ergebnissen.",
    better: (others) => `Das ist genauer als ${others}.`,
    trained: (rows) => `Trainiert mit ${writerOf("de").count(rows, "Fall", "Fällen")}.`,
    measured: (rows) => `Gemessen an ${writerOf("de").count(rows, "Fall", "Fällen")}.`,
    source: "Herkunft der Daten",
    published: (day) => `Veröffentlicht am ${day}.`,
  },
});
