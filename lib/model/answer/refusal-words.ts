import { catalogue } from "../../language/locale";
import type { RowNames } from "../row-names";

/** Why there is no estimate, in the language of the description; each is the middle of a sentence, without a full stop. */
export const REFUSAL_WORDS = catalogue({
  en: {
    notPositive: (estimate: string, label: string) =>
      `the model gives ${estimate}, and ${label} must be greater than 0`,
    rootBelowZero: (root: string, label: string) =>
      `the model gives ${root} for the square root of the ${label}, which cannot be less than 0`,
    otherLevel: ({ row }: RowNames, label: string, known: string) =>
      `no ${row} has another ${label} than those that the model knows, so there is no estimate for one; it knows ${known}`,
    farFromAnyRow: "these values are too far from any row that the model can have been trained on",
    farFromAll: (rows: string, names: RowNames) => `these values are too far from all ${rows} ${names.rows}`,
    timesTheFurthest: (times: string) => `${times} times as far from the average row as the furthest`,
  },
  de: {
    notPositive: (estimate, label) => `das Modell gibt ${estimate}, aber der Wert (${label}) muss größer als 0 sein`,
    rootBelowZero: (root, label) =>
      `das Modell gibt ${root} für die Quadratwurzel (${label}), die nicht kleiner als 0 sein kann`,
    otherLevel: ({ row }, label, known) =>
      `keine ${row} hat einen Wert, den das Modell nicht kennt (${label}), daher gibt es dafür keine Schätzung; bekannt: ${known}`,
    farFromAnyRow: "diese Werte sind zu weit von jeder Zeile entfernt, mit der das Modell trainiert sein kann",
    farFromAll: (rows, names) => `diese Werte sind zu weit von allen ${rows} ${names.rows} entfernt`,
    timesTheFurthest: (times) => `${times}-mal so weit von der durchschnittlichen Zeile wie die entfernteste`,
  },
});
