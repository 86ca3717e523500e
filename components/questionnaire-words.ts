import { catalogue } from "@/lib/language/locale";
import { writerOf } from "@/lib/model/format";

const en = writerOf("en");
const de = writerOf("de");

/** What the page of a form says around it. */
export const QUESTIONNAIRE_WORDS = catalogue({
  en: {
    accuracy: "How accurate is it?",
    /** Rows that the model was measured on, where it was trained elsewhere. */
    measured: (rows: number) => `Measured on ${en.count(rows, "row", "rows")}.`,
    trained: (rows: number) => `Trained on ${en.count(rows, "row", "rows")}.`,
  },
  de: {
    accuracy: "Wie genau ist das?",
    measured: (rows) => `Gemessen an ${de.count(rows, "Zeile", "Zeilen")}.`,
    trained: (rows) => `Trainiert mit ${de.count(rows, "Zeile", "Zeilen")}.`,
  },
});
