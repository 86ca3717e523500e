import { catalogue } from "../language/locale";
import { writerOf } from "../model/format";

const [en, de] = [writerOf("en"), writerOf("de")];

/** Why a table cannot be trained on, as clauses. Programs and commands get the English ones. Labels come as they are shown. */
export const TRAINING_SENTENCES = catalogue({
  en: {
    tooFewRows: (rows: number, coefficients: number, leftOut: { rows: number; names: string[] } | undefined) => {
      const without = leftOut ? ` without the ${leftOut.rows} in which ${leftOut.names.join(" or ")} is missing` : "";
      return `the table has ${en.count(rows, "row", "rows")}${without}; ${en.count(coefficients, "coefficient needs", "coefficients need")} at least ${coefficients + 2}`;
    },
    constantTarget: (label: string) => `${label} is the same in every row, so there is nothing to explain`,
    exact: (label: string) =>
      `${label} follows from the terms exactly in every row, so there is no error to judge an estimate by`,
    exactButOne: (label: string, row: number) =>
      `without row ${en.quantity(row)}, ${label} follows from the terms exactly in every row, so there is no error to judge an estimate by`,
    fewForConformal: (rows: number, fewest: number) =>
      `the table has ${en.count(rows, "row", "rows")}; conformal intervals need at least ${fewest}`,
    noTerms: "terms: there must be at least one to train a model",
    nearlyDependent: (names: string) => `${names}: follow from others, but only nearly; leave a term out`,
    constantColumn: (name: string, value: number) =>
      `${name} is ${en.quantity(value)} in every row; leave it out of the terms`,
    dependent: (name: string, others: (string | null)[]) =>
      `${name} is determined by ${others.map((other) => other ?? "a constant").join(", ")} in every row; leave one of them out of the terms`,
    emptyLevels: (label: string, levels: string[], more: number, input: string | undefined) => {
      const them = levels.length + more > 1 ? "them" : "it";
      const pool = input === undefined ? "" : `, or add "other" to ${input}, which pools rare levels`;
      const named = en.list(more > 0 ? [...levels, `${en.quantity(more)} more`] : levels);
      return `no row has ${label} ${named}; leave ${them} out of the levels${pool}`;
    },
  },
  de: {
    tooFewRows: (rows, coefficients, leftOut) => {
      const without = leftOut
        ? ` ohne die ${de.quantity(leftOut.rows)}, in denen eine Angabe fehlt (${leftOut.names.join(", ")})`
        : "";
      return `die Tabelle hat ${de.count(rows, "Zeile", "Zeilen")}${without}; ${de.count(coefficients, "Koeffizient braucht", "Koeffizienten brauchen")} mindestens ${de.quantity(coefficients + 2)}`;
    },
    constantTarget: (label) => `${label} ist in jeder Zeile gleich, also gibt es nichts zu erklären`,
    exact: (label) =>
      `${label} folgt in jeder Zeile genau aus den Termen, also gibt es keinen Fehler, an dem sich Schätzungen beurteilen lassen`,
    exactButOne: (label, row) =>
      `ohne Zeile ${de.quantity(row)} folgt ${label} in jeder Zeile genau aus den Termen, also gibt es keinen Fehler, an dem sich Schätzungen beurteilen lassen`,
    fewForConformal: (rows, fewest) =>
      `die Tabelle hat ${de.count(rows, "Zeile", "Zeilen")}; konforme Bereiche brauchen mindestens ${fewest}`,
    noTerms: "zum Training braucht das Modell mindestens einen Term",
    nearlyDependent: (names) => `${names}: folgt fast, aber nicht genau aus anderen; lassen Sie einen Term weg`,
    constantColumn: (name, value) => `${name} ist in jeder Zeile ${de.quantity(value)}; lassen Sie den Term weg`,
    dependent: (name, others) =>
      `${name} folgt in jeder Zeile aus ${others.map((other) => other ?? "einer Konstanten").join(", ")}; lassen Sie einen dieser Terme weg`,
    emptyLevels: (label, levels, more, input) => {
      const them = levels.length + more > 1 ? "diese Ausprägungen" : "diese Ausprägung";
      const pool = input === undefined ? "" : `, oder ergänzen Sie "other" bei ${input}, das seltene zusammenfasst`;
      const named = de.list(more > 0 ? [...levels, `${de.quantity(more)} weitere`] : levels);
      return `keine Zeile hat ${named} (${label}); lassen Sie ${them} weg${pool}`;
    },
  },
});

export type TrainingSentences = (typeof TRAINING_SENTENCES)["en"];
