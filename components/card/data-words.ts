import { catalogue } from "@/lib/language/locale";

/** The rows of a model, and how far off its estimates are: of all rows, and by group. */
export const DATA_WORDS = catalogue({
  en: {
    unseenData:
      "No rows came with this model. The extent of its training data is not known, so no estimate carries a warning of extrapolation. The model accepts these values.",
    estimatesWithoutRange: "So its estimates have no range.",
    table: (rows: string, calibration: boolean) => `The ${calibration ? "calibration " : ""}table has ${rows} rows.`,
    noTrainingData: "The training data did not come with the model.",
    accuracySample: (rows: string) => `Accuracy was measured on a sample of ${rows} rows.`,
    chartSample: (rows: string) => `Charts of errors show a sample of ${rows} rows.`,
    contributionSample: (rows: string) => `Contributions are measured against a sample of ${rows} rows.`,
    outside: "Outside these values, an estimate comes with a warning; far outside, there is no estimate.",
    leftOutRows: (leftOut: number, written: string, all: string, missing: string[]) =>
      `${written} of ${all} rows ${leftOut === 1 ? "is" : "are"} left out because values are missing: ${missing.join(", ")}.`,
    missingIn: (label: string, rows: string) => `${label} (${rows})`,
    values: "Values in the table",
    column: "Column",
    inTable: "Values",
    missing: (values: string, rows: string) => `${values}; missing in ${rows}`,
    row: "row",
    rows: "rows",
    andOthers: (levels: string, others: number, written: string) =>
      `${levels} and ${written} other ${others === 1 ? "level" : "levels"}`,
    accepts: "Values that the model accepts",
    input: "Input",
    accepted: "Accepted",
    anyNumber: "any number",
    hash: "Fingerprint of the table (SHA-256):",
    hashUse: "It shows whether a copy of the table is identical.",
    hashTraining: "Training on the same table gives the same model.",
    fitted: (rows: string, label: string) =>
      `Each of ${rows} was left out in turn, and a model fitted to the others estimated its ${label}. No row helps with its own estimate.`,
    selfFitting: (rows: number, written: string) =>
      rows === 1
        ? "1 more row could not be left out: it alone decides a coefficient, for example as the only row with a level, so the model cannot be fitted without it."
        : `${written} more rows could not be left out: each alone decides a coefficient, for example as the only row with a level, so the model cannot be fitted without it.`,
    calibrated: (rows: string, label: string) =>
      `The ${label} was estimated for ${rows}. According to the owner the model was not fitted to these rows, so no row helps with its own estimate.`,
    average: (error: string) => `Guessing the average every time is typically off by ${error}.`,
    test: (rows: string) => `The table also shows the accuracy on a test table of ${rows} that the fit has not seen.`,
    testRefused: (rows: number, written: string) =>
      `The model gives no estimate for ${written} more ${rows === 1 ? "row" : "rows"}.`,
    testCoverage: (level: string, share: string) =>
      `There, ranges for ${level} of the actual values contain ${share} of them.`,
    accuracyTable: (unseen: string, test: boolean) => `Accuracy on ${unseen}${test ? " and on the test table" : ""}`,
    measure: "Measure",
    thisModel: "This model",
    averageColumn: "Guessing the average",
    testTable: "Test table",
    averageThere: "Guessing the average there",
    train: "Train the model on a table with known outcomes to measure its accuracy.",
    importTable: "Import the model with a table of rows that its fit has not seen (--table) to measure its accuracy.",
    reportOutcomes: "You can also report outcomes of its estimates: monitoring then measures its accuracy.",
    measuredOn: (rows: string, leftOut: string) =>
      `Accuracy was measured on ${rows}${leftOut}. It says nothing about other places and times.`,
    tooFewForGroups: (fewest: string, rows: string) =>
      `Too few rows to compare groups: a group needs at least ${fewest} rows, and there are ${rows} in all.`,
    oneGroup: (group: string, error: string) =>
      `The median error is ${error} (${group}). Other groups have too few rows to compare.`,
    sameInAll: (error: string) => `The median error is ${error} in every group.`,
    fromBestToWorst: (best: string, bestError: string, worst: string, worstError: string) =>
      `The median error is between ${bestError} (${best}) and ${worstError} (${worst}).`,
    groupOf: (label: string, value: string) => `${label} ${value}`,
    estimate: "Estimate",
    groupAxes: (fewest: string, leftOut: string) => `Median error of each group of at least ${fewest} rows${leftOut}.`,
    groupTable: "Accuracy by group",
    group: "Group",
    rowsColumn: "Rows",
    medianError: "Median error",
    within: (near: string) => `Within ${near}`,
    medianRatio: "Estimate / actual value, median",
    overall: (error: string) => `overall ${error}`,
    groupChart: "Median error of each group",
  },
  de: {
    unseenData:
      "Zu diesem Modell gibt es keine Zeilen. Wie weit die Trainingsdaten reichen, ist nicht bekannt, deshalb trägt keine Schätzung eine Warnung vor Extrapolation. Das Modell nimmt diese Werte an.",
    estimatesWithoutRange: "Deshalb haben die Schätzungen keinen Bereich.",
    table: (rows, calibration) => `Die ${calibration ? "Kalibrierungstabelle" : "Tabelle"} hat ${rows} Zeilen.`,
    noTrainingData: "Die Trainingsdaten liegen dem Modell nicht bei.",
    accuracySample: (rows) => `Die Genauigkeit ist an einer Stichprobe von ${rows} Zeilen gemessen.`,
    chartSample: (rows) => `Die Diagramme der Fehler zeigen eine Stichprobe von ${rows} Zeilen.`,
    contributionSample: (rows) => `Beiträge beziehen sich auf eine Stichprobe von ${rows} Zeilen.`,
    outside: "Außerhalb dieser Werte trägt eine Schätzung eine Warnung; weit außerhalb gibt es keine Schätzung.",
    leftOutRows: (leftOut, written, all, missing) =>
      `${written} von ${all} Zeilen ${leftOut === 1 ? "ist" : "sind"} ausgelassen, weil Werte fehlen: ${missing.join(", ")}.`,
    missingIn: (label, rows) => `${label} (${rows})`,
    values: "Werte in der Tabelle",
    column: "Spalte",
    inTable: "Werte",
    missing: (values, rows) => `${values}; fehlt in ${rows}`,
    row: "Zeile",
    rows: "Zeilen",
    andOthers: (levels, others, written) =>
      `${levels} und ${written} ${others === 1 ? "weitere Ausprägung" : "weitere Ausprägungen"}`,
    accepts: "Werte, die das Modell annimmt",
    input: "Eingabe",
    accepted: "Erlaubt",
    anyNumber: "jede Zahl",
    hash: "Fingerabdruck der Tabelle (SHA-256):",
    hashUse: "Daran ist erkennbar, ob eine Kopie der Tabelle identisch ist.",
    hashTraining: "Training mit derselben Tabelle ergibt dasselbe Modell.",
    fitted: (rows) =>
      `Gemessen an ${rows}: Jede wurde einmal ausgelassen und von einem Modell geschätzt, das mit den übrigen trainiert ist. Keine Zeile hilft bei ihrer eigenen Schätzung.`,
    selfFitting: (rows, written) =>
      rows === 1
        ? "1 weitere Zeile lässt sich nicht auslassen: Sie bestimmt allein einen Koeffizienten, zum Beispiel als einzige Zeile mit einer Stufe, sodass sich das Modell ohne sie nicht trainieren lässt."
        : `${written} weitere Zeilen lassen sich nicht auslassen: Jede bestimmt allein einen Koeffizienten, zum Beispiel als einzige Zeile mit einer Stufe, sodass sich das Modell ohne sie nicht trainieren lässt.`,
    calibrated: (rows) =>
      `Gemessen an ${rows}. Nach Angabe des Betreibers ist das Modell nicht mit diesen Zeilen trainiert, sodass keine Zeile bei ihrer eigenen Schätzung hilft.`,
    average: (error) => `Wer jedes Mal den Durchschnitt rät, liegt typischerweise um ${error} daneben.`,
    test: (rows) =>
      `Die Tabelle zeigt auch die Genauigkeit für eine Testtabelle mit ${rows}, die das Training nicht gesehen hat.`,
    testRefused: (rows, written) =>
      `Für ${written} weitere ${rows === 1 ? "Zeile" : "Zeilen"} gibt das Modell keine Schätzung.`,
    testCoverage: (level, share) => `Dort enthalten Bereiche für ${level} der tatsächlichen Werte ${share} davon.`,
    accuracyTable: (unseen, test) => `Genauigkeit: ${unseen}${test ? " und Testtabelle" : ""}`,
    measure: "Maß",
    thisModel: "Dieses Modell",
    averageColumn: "Immer der Durchschnitt",
    testTable: "Testtabelle",
    averageThere: "Immer der Durchschnitt dort",
    train: "Trainieren Sie das Modell mit einer Tabelle mit bekannten Ergebnissen, um die Genauigkeit zu messen.",
    importTable:
      "Importieren Sie das Modell mit einer Tabelle von Zeilen, die sein Training nicht gesehen hat (--table), um die Genauigkeit zu messen.",
    reportOutcomes: "Sie können auch Ergebnisse zu Schätzungen melden: Das Monitoring misst dann die Genauigkeit.",
    measuredOn: (rows, leftOut) =>
      `Die Genauigkeit ist gemessen an ${rows}${leftOut}. Über andere Orte und Zeiten sagt sie nichts.`,
    tooFewForGroups: (fewest, rows) =>
      `Zu wenige Zeilen für einen Vergleich: Eine Gruppe braucht mindestens ${fewest} Zeilen, und insgesamt sind es ${rows}.`,
    oneGroup: (group, error) =>
      `Der Medianfehler ist ${error} (${group}). Andere Gruppen haben zu wenige Zeilen für einen Vergleich.`,
    sameInAll: (error) => `Der Medianfehler ist in jeder Gruppe ${error}.`,
    fromBestToWorst: (best, bestError, worst, worstError) =>
      `Der Medianfehler liegt zwischen ${bestError} (${best}) und ${worstError} (${worst}).`,
    groupOf: (label, value) => `${label}: ${value}`,
    estimate: "Schätzung",
    groupAxes: (fewest, leftOut) => `Medianfehler jeder Gruppe mit mindestens ${fewest} Zeilen${leftOut}.`,
    groupTable: "Genauigkeit nach Gruppe",
    group: "Gruppe",
    rowsColumn: "Zeilen",
    medianError: "Medianfehler",
    within: (near) => `Innerhalb von ${near}`,
    medianRatio: "Schätzung / tatsächlicher Wert, Median",
    overall: (error) => `insgesamt ${error}`,
    groupChart: "Medianfehler jeder Gruppe",
  },
});
