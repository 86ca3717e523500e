import { catalogue, DEFAULT_LOCALE, type Locale } from "../../language/locale";
import { writerOf } from "../../model/format";

const [en, de] = [writerOf("en"), writerOf("de")];
/** With a decimal comma and no marks between thousands: it may be a year. */
const zahl = (value: string | number) => (typeof value === "number" ? String(value).replace(".", ",") : value);
const zeilen = (count: number) => de.count(count, "Zeile", "Zeilen");

/** What is guessed of a table and what is wrong with it, as clauses and sentences. Without a language, they are English. */
export const DRAFT_SENTENCES = catalogue({
  en: {
    /** Why a column is no input. */
    reasons: {
      noName: "it has no name in the first line",
      sameName: (count: number) => `${count} columns have this name; give each a name of its own to use them`,
      empty: "every cell is empty",
      constant: (value: string | number) => `it is ${value} in every row`,
      constantWhereStated: (value: string | number) => `it is ${value} in every row where it is stated`,
      differsInFew: (count: number, rows: number) => `it differs in only ${count} of ${en.count(rows, "row", "rows")}`,
      ambiguousDates: (name: string) =>
        `in some dates the day and the month are ambiguous; write ${name} as 2020-12-31 to use it`,
      shortSpan: (days: number) => `its dates lie within ${en.count(days, "day", "days")}, so they show no trend`,
      namesRows: "it numbers or names the rows",
      countsRows: "it counts the rows",
      manyTexts: "nearly every row has another text",
      statedInFew: (count: number, rows: number) => `it is stated in only ${count} of ${en.count(rows, "row", "rows")}`,
      freeText: (count: number) => `it is free text (${en.quantity(count)} different ones)`,
      tooManyTexts: (count: number) => `it has more than ${en.quantity(count)} different texts`,
      rareTexts: (count: number, fewest: number) =>
        `it has ${en.quantity(count)} different texts, most of them in fewer than ${fewest} rows`,
      missing: (count: number, rows: number) =>
        `it is missing in ${en.quantity(count)} of ${en.count(rows, "row", "rows")}`,
      leaks: (target: string) => `it may leak: it nearly determines ${target}`,
      leaksBy: (target: string, formula: string) => `it may leak: ${target} follows from ${formula}`,
      repeats: (column: string) => `it repeats ${column}`,
      known: "other columns contain the same information",
      follows: (columns: string) => `it follows from ${columns}`,
      lessUseful: (most: number) => `other inputs help more, and there can be at most ${most}`,
      tooManyCoefficients: (coefficients: number, rows: number) =>
        `it needs ${en.count(coefficients, "coefficient", "coefficients")}, too many for ${en.count(rows, "row", "rows")} beside inputs that help more`,
      inseparable: (detail: string) => `training cannot tell it apart: ${detail}`,
      target: "it is what is estimated",
    },

    /** Why there is no draft. */
    faults: {
      noColumn: (wanted: string, there: string, likely: string | undefined) =>
        `there is no column ${wanted}; ${there}${likely === undefined ? "" : `\n(Did you mean ${likely}?)`}`,
      oneColumnThere: (column: string) => `there is one, ${column}; put commas, semicolons or tabs between the columns`,
      columnsThere: (columns: string, more: number) => `there are ${columns}${more > 0 ? ` and ${more} more` : ""}`,
      sameColumns: (count: number, wanted: string) =>
        `the table has ${count} columns called ${wanted}; give each a name of its own`,
      fewRows: (rows: number, fewest: number) =>
        `the table has ${en.count(rows, "row", "rows")}; a model needs at least ${fewest}`,
      noNumbers: (target: string, texts: string) =>
        `${target} must be numbers to be estimated; it contains ${texts || "nothing"}`,
      constantTarget: (target: string, value: number) =>
        `${target} is ${value} in every row; there is nothing to estimate`,
      yesOrNo: (target: string) => `${target} is 0 or 1, a yes or no; what is estimated must be a quantity`,
      fewNumbers: (target: string, rows: number, fewest: number) =>
        `${target} is a number in ${en.count(rows, "row", "rows")}; a model needs at least ${fewest}`,
      oneColumn: "the table has one column; it needs the target and at least one more",
      tooLarge:
        "the table is too large for the memory of this server; train it with glasshouse train on a larger machine, and publish the folder with glasshouse publish",
      broken: "it could not be trained by a mistake of this server, which its log has; the file is kept",
      stopped: (isReading: boolean) => `${isReading ? "reading" : "training"} was stopped`,
      noInputs: (reasons: string) => `no column is left to estimate by:\n${reasons}`,
    },

    /** Guesses to look at. */
    notes: {
      withoutTarget: (rows: number, target: string) =>
        `${en.quantity(rows)} ${rows === 1 ? "row has" : "rows have"} no ${target}; the copy of the table leaves ${rows === 1 ? "it" : "them"} out.`,
      logarithm: (fitted: string, gain: number) =>
        `The logarithm of ${fitted} is fitted: errors on rows left out are ${en.share(gain)} smaller. Estimates are medians.`,
      noUnit: (target: string) => `No unit is known for ${target}: give it one, such as USD, if it has one.`,
      unit: (target: string, unit: string) => `The unit of ${target} seems to be ${unit}.`,
      noUnits: (columns: string[]) => `No unit is known for ${en.list(columns)}: add one where there is one.`,
      codes: (columns: string[]) =>
        `${en.list(columns)} ${columns.length === 1 ? "contains" : "contain"} numbers that are taken as names of groups. If they are quantities, choose the kind integer (a whole number).`,
      missing: (columns: string[], mark: string) =>
        `Values are missing: ${en.list(columns)}. The typical value, or "${mark}", is assumed there.`,
      labels: (columns: string[]) => `Write plain labels for ${en.list(columns)}.`,
      bounds:
        "Bounds are round numbers beyond the values of the table. Labels and sentences are a first draft: check them before you publish.",
      numbered: "Names of columns without Latin letters became column_1 and so on.",
    },

    /** What only a person can decide. */
    decisions: {
      onlyLeak: (column: string, reason: string) => `${column} stays, because there is no other column; but ${reason}.`,
      unitOf: (unit: string, rows: number) => `${unit || "none"} ${en.quantity(rows)}`,
      units: (column: string, units: string) =>
        `${column} has numbers with different units (${units}); each is a level as it is written. If they mean the same, write the numbers alone.`,
      unreadable: (column: string, cells: number, unit: string, examples: string) => {
        const kind = unit === "" ? "no numbers" : `no numbers of ${unit}`;
        const such = examples === "" ? "" : `, such as ${examples}`;
        return `${column} has ${en.quantity(cells)} ${cells === 1 ? "cell that is" : "cells that are"} ${kind}${such}`;
      },
      countedAsMissing: "counted as missing",
      leftEmpty: "left empty in the copy of the table",
      toUse: (what: string, done: string) =>
        `${what}: ${done}. To use these rows, write one number in each cell of the file and read it again.`,
    },
  },

  de: {
    reasons: {
      noName: "ohne Namen in der ersten Zeile",
      sameName: (count) => `${count} Spalten haben diesen Namen; geben Sie jeder einen eigenen, um sie zu verwenden`,
      empty: "alle Zellen sind leer",
      constant: (value) => `in jeder Zeile ${zahl(value)}`,
      constantWhereStated: (value) => `${zahl(value)} in jeder Zeile, in der etwas angegeben ist`,
      differsInFew: (count, rows) => `nur ${count} von ${zeilen(rows)} weichen ab`,
      ambiguousDates: (name) =>
        `bei manchen Daten sind Tag und Monat nicht eindeutig; schreiben Sie ${name} als 2020-12-31, um die Spalte zu verwenden`,
      shortSpan: (days) =>
        `die Daten reichen nur über ${de.count(days, "Tag", "Tage")} und zeigen deshalb keinen Trend`,
      namesRows: "nummeriert oder benennt die Zeilen",
      countsRows: "zählt die Zeilen",
      manyTexts: "fast jede Zeile hat einen anderen Text",
      statedInFew: (count, rows) => `nur in ${count} von ${zeilen(rows)} angegeben`,
      freeText: (count) => `freier Text (${de.quantity(count)} verschiedene Texte)`,
      tooManyTexts: (count) => `mehr als ${de.quantity(count)} verschiedene Texte`,
      rareTexts: (count, fewest) =>
        `${de.quantity(count)} verschiedene Texte, die meisten in weniger als ${fewest} Zeilen`,
      missing: (count, rows) => `fehlt in ${de.quantity(count)} von ${zeilen(rows)}`,
      leaks: (target) => `verrät vielleicht das Ergebnis: bestimmt ${target} fast ganz`,
      leaksBy: (target, formula) => `verrät vielleicht das Ergebnis: ${target} folgt aus ${formula}`,
      repeats: (column) => `wiederholt ${column}`,
      known: "andere Spalten enthalten dieselbe Information",
      follows: (columns) => `folgt aus ${columns}`,
      lessUseful: (most) => `andere Eingaben helfen mehr, und es können höchstens ${most} sein`,
      tooManyCoefficients: (coefficients, rows) =>
        `braucht ${de.count(coefficients, "Koeffizient", "Koeffizienten")}, zu viele für ${zeilen(rows)} neben Eingaben, die mehr helfen`,
      inseparable: () => "das Training kann die Spalte nicht von den anderen Eingaben trennen",
      target: "wird geschätzt",
    },

    faults: {
      noColumn: (wanted, there, likely) =>
        `es gibt keine Spalte ${wanted}; ${there}${likely === undefined ? "" : `\n(Meinen Sie ${likely}?)`}`,
      oneColumnThere: (column) =>
        `es gibt nur ${column}; trennen Sie die Spalten durch Kommas, Semikolons oder Tabulatoren`,
      columnsThere: (columns, more) => `es gibt ${columns}${more > 0 ? ` und ${more} weitere` : ""}`,
      sameColumns: (count, wanted) =>
        `die Tabelle hat ${count} Spalten namens ${wanted}; geben Sie jeder einen eigenen Namen`,
      fewRows: (rows, fewest) => `die Tabelle hat ${zeilen(rows)}; ein Modell braucht mindestens ${fewest}`,
      noNumbers: (target, texts) =>
        texts === ""
          ? `in der Spalte ${target} steht nichts; geschätzt werden können nur Zahlen`
          : `in der Spalte ${target} steht ${texts}; geschätzt werden können nur Zahlen`,
      constantTarget: (target, value) => `${target} ist in jeder Zeile ${zahl(value)}; da gibt es nichts zu schätzen`,
      yesOrNo: (target) => `${target} ist 0 oder 1, also ja oder nein; geschätzt werden kann nur eine Menge`,
      fewNumbers: (target, rows, fewest) =>
        `${target} ist in ${zeilen(rows)} eine Zahl; ein Modell braucht mindestens ${fewest}`,
      oneColumn: "die Tabelle hat nur eine Spalte; neben dem, was geschätzt wird, braucht es mindestens eine weitere",
      tooLarge:
        "die Tabelle ist zu groß für den Speicher dieses Servers; trainieren Sie sie mit glasshouse train auf einem größeren Rechner, und veröffentlichen Sie den Ordner mit glasshouse publish",
      broken:
        "der Entwurf ließ sich wegen eines Fehlers dieses Servers nicht trainieren, den sein Log enthält; die Datei bleibt gespeichert",
      stopped: (isReading) => `${isReading ? "das Lesen" : "das Training"} wurde abgebrochen`,
      noInputs: (reasons) => `keine Spalte bleibt, aus der sich schätzen lässt:\n${reasons}`,
    },

    notes: {
      withoutTarget: (rows, target) =>
        `In ${zeilen(rows)} fehlt ${target}; die Kopie der Tabelle lässt ${rows === 1 ? "sie" : "diese Zeilen"} aus.`,
      logarithm: (fitted, gain) =>
        `Angepasst wird der Logarithmus von ${fitted}: Die Fehler auf ausgelassenen Zeilen sind damit ${de.share(gain)} kleiner. Die Schätzungen sind Mediane.`,
      noUnit: (target) => `Für ${target} ist keine Einheit bekannt: Geben Sie eine an, etwa EUR, wenn es eine gibt.`,
      unit: (target, unit) => `Die Einheit von ${target} ist wohl ${unit}.`,
      noUnits: (columns) => `Keine Einheit ist bekannt für ${de.list(columns)}: Ergänzen Sie eine, wo es eine gibt.`,
      codes: (columns) =>
        `Zahlen in ${de.list(columns)} gelten als Namen von Gruppen. Wählen Sie die Art „Eine ganze Zahl“, wenn sie Mengen sind.`,
      missing: (columns, mark) =>
        `Werte fehlen: ${de.list(columns)}. Angenommen wird dort der typische Wert oder „${mark}“.`,
      labels: (columns) => `Schreiben Sie verständliche Bezeichnungen für ${de.list(columns)}.`,
      bounds:
        "Minimum und Maximum sind runde Zahlen außerhalb der Werte der Tabelle. Bezeichnungen und Sätze sind ein erster Entwurf: Prüfen Sie beides, bevor Sie veröffentlichen.",
      numbered: "Spaltennamen ohne lateinische Buchstaben heißen column_1 und so weiter.",
    },

    decisions: {
      onlyLeak: (column, reason) => `${column} bleibt, weil es keine andere Spalte gibt; aber: ${reason}.`,
      unitOf: (unit, rows) => `${unit || "keine"}: ${de.quantity(rows)}`,
      units: (column, units) =>
        `${column} enthält Zahlen mit verschiedenen Einheiten (${units}); jede Schreibweise ist eine Ausprägung. Bedeuten sie dasselbe, schreiben Sie nur die Zahlen.`,
      unreadable: (column, cells, unit, examples) => {
        const kind = unit === "" ? "keine Zahlen" : `keine Zahlen in ${unit}`;
        const such = examples === "" ? "" : `, zum Beispiel ${examples}`;
        return cells === 1
          ? `In der Spalte ${column} ist 1 Zelle keine Zahl${unit === "" ? "" : ` in ${unit}`}${such}`
          : `In der Spalte ${column} sind ${de.quantity(cells)} Zellen ${kind}${such}`;
      },
      countedAsMissing: "gilt als fehlend",
      leftEmpty: "bleibt in der Kopie der Tabelle leer",
      toUse: (what, done) =>
        `${what}; das ${done}. Um diese Zeilen zu verwenden, schreiben Sie in jede Zelle der Datei eine Zahl, und lesen Sie die Datei noch einmal.`,
    },
  },
});

export type DraftSentences = (typeof DRAFT_SENTENCES)["en"];

/** Picks a sentence out of those of a language. */
export type Sentence = (sentences: DraftSentences) => string;

/** A sentence in a language. */
export const inLanguage = (locale: Locale | undefined, pick: Sentence): string =>
  pick(DRAFT_SENTENCES[locale ?? DEFAULT_LOCALE]);
