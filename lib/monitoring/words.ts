import { catalogue } from "../language/locale";
import type { DriftTest } from "./report";

/** The texts of a report. Findings begin in lower case and have no full stop, since they are joined. */
export const REPORT_WORDS = catalogue({
  en: {
    estimate: "Estimate",
    or: " or ",
    any: "any",
    to: (low: string, high: string) => `${low} to ${high}`,
    atMost: (value: string) => `at most ${value}`,
    atLeast: (value: string) => `at least ${value}`,
    moreThan: (value: string) => `more than ${value}`,
    upTo: (date: string) => `up to ${date}`,
    from: (date: string) => `from ${date}`,
    after: (date: string) => `after ${date}`,

    noTrainingRows: "no training rows came with this model, so there is nothing to compare with",
    fewTrainingRows: (rows: string, fewest: number) =>
      `there are ${rows} training rows, and a comparison needs ${fewest}`,
    fewRows: (rows: string, fewest: number) =>
      `there are ${rows} rows in this period, and a comparison needs ${fewest}`,
    sameValue: (label: string) => `nearly all rows have the same ${label}, and the others are too few to compare`,
    noDifference: (label: string) => `values of ${label} do not differ significantly from the training data`,
    smallDifference: (label: string) =>
      `values of ${label} differ significantly from the training data, but by too little to matter`,
    changed: (label: string, changes: readonly string[], shares: string) =>
      `values of ${label} ${changes.join(" and ")}: ${shares}`,
    changedShares: (label: string, shares: string) => `${label}: ${shares}`,
    shares: (values: string, now: string, before: string) => `${values} in ${now} of rows, ${before} in training`,
    changes: {
      mean: { more: "are larger than in training", less: "are smaller than in training" },
      spread: { more: "vary more than in training", less: "vary less than in training" },
      shape: {
        more: "are distributed differently than in training",
        less: "are distributed differently than in training",
      },
    } as Partial<Record<DriftTest["of"], Record<"more" | "less", string>>>,
    noDrift: "no difference from the training data is both significant and large enough to matter",

    fewOutcomes: (count: number, rows: string, fewest: number) =>
      `there ${count === 1 ? "is" : "are"} ${rows} ${count === 1 ? "outcome" : "outcomes"}, and a verdict needs ${fewest}`,
    fewRanged: (count: number, rows: string, fewest: number) =>
      `there ${count === 1 ? "is" : "are"} ${rows} ${count === 1 ? "outcome" : "outcomes"} with an 80% range, and a verdict needs ${fewest}`,
    fewClaimed: (count: number, rows: string, fewest: number) =>
      `there ${count === 1 ? "is" : "are"} ${rows} training ${count === 1 ? "row" : "rows"} behind the claim, and a verdict needs ${fewest}`,
    notMeasurable: "it cannot be measured on these rows",
    significant: (now: string, claimed: string) => `${now} measured, ${claimed} claimed, a significant difference`,
    insignificant: (now: string, claimed: string) => `${now} measured, ${claimed} claimed, no significant difference`,
    asClaimed: (reported: string, count: number) =>
      `${reported} ${count === 1 ? "shows" : "show"} no significant difference from the claims of the model card`,
    finding: (reported: string, findings: readonly string[]) => `${reported}; ${findings.join("; ")}`,
    nothingMeasured: "nothing was measured",

    outcomes: { one: "reported outcome", many: "reported outcomes" },
    ofEstimates: (outcomes: string, share: string, estimates: string) =>
      `${outcomes} (${share} of ${estimates} estimates)`,
    allReported: "the outcome of every estimate is reported",
    reportedOnly: "the verdicts apply to reported outcomes only",
    tooFewToCompare: "there are too few rows to compare estimates with and without an outcome",
    likeTheOthers:
      "inputs and estimates with and without a reported outcome show no difference, but their errors can still differ",
    unlikeTheOthers: (labels: string) => `estimates with a reported outcome differ from the others in ${labels}`,
    sampled: (count: string) => `the figures use a sample of ${count} outcomes`,

    estimated: (label: string, range: string) => `estimated ${label} ${range}`,
    group: (label: string, value: string) => `${label}: ${value}`,
  },
  de: {
    estimate: "Schätzung",
    or: " oder ",
    any: "beliebig",
    to: (low, high) => `${low} bis ${high}`,
    atMost: (value) => `höchstens ${value}`,
    atLeast: (value) => `mindestens ${value}`,
    moreThan: (value) => `mehr als ${value}`,
    upTo: (date) => `bis ${date}`,
    from: (date) => `ab ${date}`,
    after: (date) => `nach ${date}`,

    noTrainingRows: "Zu diesem Modell gibt es keine Trainingszeilen, also nichts zum Vergleichen",
    fewTrainingRows: (rows, fewest) => `Trainingszeilen: ${rows}; ein Vergleich braucht ${fewest}`,
    fewRows: (rows, fewest) => `Zeilen in diesem Zeitraum: ${rows}; ein Vergleich braucht ${fewest}`,
    sameValue: (label) => `${label}: Fast alle Zeilen haben denselben Wert, für einen Vergleich bleiben zu wenige`,
    noDifference: (label) => `${label}: kein signifikanter Unterschied zu den Trainingsdaten`,
    smallDifference: (label) =>
      `${label}: signifikanter Unterschied zu den Trainingsdaten, aber zu klein, um ins Gewicht zu fallen`,
    changed: (label, changes, shares) => `${label}: ${changes.join(" und ")}; ${shares}`,
    changedShares: (label, shares) => `${label}: ${shares}`,
    shares: (values, now, before) => `${values} in ${now} der Zeilen, im Training in ${before}`,
    changes: {
      mean: { more: "Werte größer als im Training", less: "Werte kleiner als im Training" },
      spread: { more: "streut stärker als im Training", less: "streut weniger als im Training" },
      shape: { more: "anders verteilt als im Training", less: "anders verteilt als im Training" },
    },
    noDrift: "Kein Unterschied zu den Trainingsdaten ist signifikant und groß genug, um ins Gewicht zu fallen",

    fewOutcomes: (_, rows, fewest) => `Ergebnisse: ${rows}; ein Befund braucht ${fewest}`,
    fewRanged: (_, rows, fewest) => `Ergebnisse mit einem 80-%-Bereich: ${rows}; ein Befund braucht ${fewest}`,
    fewClaimed: (_, rows, fewest) => `Trainingszeilen hinter der Angabe: ${rows}; ein Befund braucht ${fewest}`,
    notMeasurable: "mit diesen Zeilen nicht messbar",
    significant: (now, claimed) => `${now} gemessen, ${claimed} angegeben, signifikanter Unterschied`,
    insignificant: (now, claimed) => `${now} gemessen, ${claimed} angegeben, kein signifikanter Unterschied`,
    asClaimed: (reported) => `${reported}: kein signifikanter Unterschied zu den Angaben der Modellkarte`,
    finding: (reported, findings) => `${reported}; ${findings.join("; ")}`,
    nothingMeasured: "Nichts wurde gemessen",

    outcomes: { one: "gemeldetes Ergebnis", many: "gemeldete Ergebnisse" },
    ofEstimates: (outcomes, share, estimates) => `${outcomes} (${share} von ${estimates} Schätzungen)`,
    allReported: "Zu jeder Schätzung ist das Ergebnis gemeldet",
    reportedOnly: "Die Befunde gelten nur für gemeldete Ergebnisse",
    tooFewToCompare: "für einen Vergleich der Schätzungen mit und ohne Ergebnis gibt es zu wenige Zeilen",
    likeTheOthers:
      "Eingaben und Schätzungen mit und ohne gemeldetes Ergebnis zeigen keinen Unterschied, ihre Fehler können sich trotzdem unterscheiden",
    unlikeTheOthers: (labels) => `Schätzungen mit gemeldetem Ergebnis weichen von den übrigen ab bei: ${labels}`,
    sampled: (count) => `die Zahlen stammen aus einer Stichprobe von ${count} Ergebnissen`,

    estimated: (label, range) => `${label}, geschätzt ${range}`,
    group: (label, value) => `${label}: ${value}`,
  },
});
