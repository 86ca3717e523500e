import { catalogue } from "../../language/locale";
import type { RowNames } from "../row-names";

/** Why there is no estimate, in the language of the description; each is the middle of a sentence, without a full stop. */
export const REFUSAL_WORDS = catalogue({
  en: {
    notPositive: (estimate: string, label: string) =>
      `the model gives ${estimate}, but the ${label} must be greater than 0`,
    rootBelowZero: (root: string, label: string) =>
      `the model gives ${root} for the square root of the ${label}, which cannot be less than 0`,
    otherLevel: ({ row }: RowNames, label: string, known: string) =>
      `${label}: the model does not know this value and no ${row} has such a value, so there is no estimate; it knows ${known}`,
    farFromAnyRow: "these values are too far from any row that the model can have been trained on",
    farFromAll: (rows: string, names: RowNames) => `these values are too far from all ${rows} ${names.rows}`,
    timesTheLargest: (times: string) => `their leverage is ${times} times the largest among these rows`,
  },
  de: {
    notPositive: (estimate, label) => `das Modell gibt ${estimate}, aber der Wert (${label}) muss größer als 0 sein`,
    rootBelowZero: (root, label) =>
      `das Modell gibt ${root} für die Quadratwurzel (${label}), die nicht kleiner als 0 sein kann`,
    otherLevel: ({ row }, label, known) =>
      `${label}: Das Modell kennt diesen Wert nicht, und keine ${row} hat einen solchen; daher gibt es keine Schätzung. Bekannt: ${known}`,
    farFromAnyRow: "diese Werte sind zu weit von jeder Zeile entfernt, mit der das Modell trainiert sein kann",
    farFromAll: (rows, names) => `diese Werte sind zu weit von allen ${rows} ${names.rows} entfernt`,
    timesTheLargest: (times) =>
      `Ihr Hebelwert ist ${times}-mal so groß wie der größte dieser Zeilen`,
  },
});
