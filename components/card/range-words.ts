import { catalogue } from "@/lib/language/locale";

/** Whether ranges and probabilities are calibrated. */
export const RANGE_WORDS = catalogue({
  en: {
    kinds: { t: "Student’s t", conformal: "conformal" },
    notUsed: (kind: string) => `${kind}, not used`,
    aim: (level: string, outOf: string) =>
      `The usual range should contain the actual value ${outOf} times (level ${level}).`,
    conformal:
      "Ranges are as wide as the model’s errors on rows left out (conformal prediction intervals). On average over rows like those of the table, they contain the actual value as often as claimed, by construction. For rows of one kind, it can be more or less often; the next chart shows it by estimate. Hollow dots: ranges that assume normal errors (Student’s t).",
    splitConformal: (luck: string) =>
      `Ranges are as wide as the model’s errors on the calibration rows, and equally wide everywhere on the scale of the fit (split conformal prediction intervals). On average over rows like those, they contain the actual value as often as claimed, by construction.${luck} For rows of one kind, it can be more or less often; the next chart shows it by estimate. Hollow dots: ranges that assume normal errors (Student’s t).`,
    luck: (outOf: string, rows: string, level: string, low: string, high: string) =>
      ` With ${outOf} such tables of ${rows} rows, ranges for ${level} of new actual values contain between ${low} and ${high} of them.`,
    student: "Ranges assume normal errors of the same size everywhere (prediction intervals by Student’s t).",
    hollowConformal: " Hollow dots: ranges as wide as the measured errors (conformal).",
    tooFewForConformal: " There are too few rows for ranges as wide as the measured errors (conformal).",
    tooFewForLevels: (rows: number, written: string) =>
      `${written} ${rows === 1 ? "row is" : "rows are"} too few to check how often ranges contain the actual value: sampling error alone can put the dots anywhere on the bands.`,
    allLevels: (levels: string) =>
      `At all ${levels} levels, ranges contain the actual value as often as claimed, within sampling error.`,
    noLevel: (levels: string) =>
      `Ranges do not contain the actual value as often as claimed at any of the ${levels} levels: the difference is larger than sampling error.`,
    someLevels: (off: string, levels: string) =>
      `At ${off} of the ${levels} levels, ranges do not contain the actual value as often as claimed: the difference is larger than sampling error.`,
    sameAlongEstimate: "Ranges should contain the actual value equally often for low and high estimates.",
    tooFewForGroups: (rows: string) => `There are too few rows to check this: at least ${rows} are needed.`,
    itIs: "They do, within sampling error.",
    someGroups: (off: string, groups: string) =>
      `In ${off} of ${groups} groups of estimates, the share differs from the claimed one by more than sampling error.`,
    allGroups: (groups: string) =>
      `In all ${groups} groups of estimates, the share differs from the claimed one by more than sampling error.`,
    byLevel: "How often ranges contain the actual value (coverage)",
    byEstimate: (outOf: string) => `How often the range for ${outOf} contains the actual value, by estimate`,
    axesByLevel: (rows: string, unseen: string) =>
      `Share of ${rows} ${unseen} whose actual value is in its range. Line: claimed. Band: expected from chance.`,
    axesByEstimate: (leftOut: string, outOf: string) =>
      `Share of the rows of a group of estimates whose actual value is in its range for ${outOf}${leftOut}. Line: claimed. Band: expected from chance.`,
    claimedColumn: "Claimed",
    byChance: "Expected from chance",
    rows: "Rows",
    estimate: "Estimate",
    measuredColumn: "Measured",
    tooFewRows: "too few rows",
    uncheckedProbabilities: (near: string, fewest: string, rows: string) =>
      `Each estimate comes with the probability that it is within ${near} of the actual value. There are too few rows to check it: the check needs 5 groups of at least ${fewest} rows, and there are ${rows} rows in all.`,
    probabilities: (near: string, count: number, groups: string) =>
      `Each estimate comes with the probability that it is within ${near} of the actual value. The chart shows the rows in ${groups} ${count === 1 ? "group" : "groups"} by that probability.`,
    calibrated: "Claimed and measured shares agree within sampling error.",
    notCalibrated: (off: number, groups: string) =>
      `In ${groups} ${off === 1 ? "group" : "groups"}, the measured share differs from the claimed one by more than sampling error.`,
    probabilityChart: (near: string) => `Probability of being within ${near}, claimed and measured`,
    probabilityAxes: (near: string) =>
      `Share of the rows of a group whose estimate is within ${near}. Line: claimed. Band: expected from chance.`,
    claimed: (share: string) => `claimed ${share}`,
    claims: (share: string) => `Claimed ${share}`,
    ofRows: (rows: string) => `${rows} rows`,
    measured: (share: string) => `${share} measured`,
    compared: (kind: string, share: string) => `${kind} ${share},`,
  },
  de: {
    kinds: { t: "Student-t", conformal: "konform" },
    notUsed: (kind) => `${kind}, nicht verwendet`,
    aim: (level, outOf) =>
      `Der übliche Bereich soll den tatsächlichen Wert in ${outOf} Fällen enthalten (Niveau ${level}).`,
    conformal:
      "Die Bereiche sind so breit wie die Fehler des Modells an ausgelassenen Zeilen (konforme Prognoseintervalle). Im Durchschnitt über Zeilen wie die der Tabelle enthalten sie den tatsächlichen Wert konstruktionsbedingt so oft wie angegeben. Bei Zeilen einer bestimmten Art kann es öfter oder seltener sein; das nächste Diagramm zeigt es nach Schätzung. Leere Punkte: Bereiche, die normalverteilte Fehler voraussetzen (Student-t).",
    splitConformal: (luck) =>
      `Die Bereiche sind so breit wie die Fehler des Modells an den Kalibrierungszeilen und auf der Skala der Anpassung überall gleich breit (konforme Prognoseintervalle). Im Durchschnitt über Zeilen wie diese enthalten sie den tatsächlichen Wert konstruktionsbedingt so oft wie angegeben.${luck} Bei Zeilen einer bestimmten Art kann es öfter oder seltener sein; das nächste Diagramm zeigt es nach Schätzung. Leere Punkte: Bereiche, die normalverteilte Fehler voraussetzen (Student-t).`,
    luck: (outOf, rows, level, low, high) =>
      ` Bei ${outOf} solchen Tabellen mit ${rows} Zeilen enthalten Bereiche für ${level} der neuen tatsächlichen Werte zwischen ${low} und ${high} davon.`,
    student:
      "Die Bereiche setzen normalverteilte Fehler voraus, die überall gleich groß sind (Prognoseintervalle nach Student-t).",
    hollowConformal: " Leere Punkte: Bereiche, die so breit wie die gemessenen Fehler sind (konform).",
    tooFewForConformal:
      " Für Bereiche, die so breit wie die gemessenen Fehler sind (konform), gibt es zu wenige Zeilen.",
    tooFewForLevels: (rows, written) =>
      `${written} ${rows === 1 ? "Zeile ist" : "Zeilen sind"} zu wenig, um zu prüfen, wie oft die Bereiche den tatsächlichen Wert enthalten: Allein der Stichprobenfehler kann die Punkte an jede Stelle der Bänder setzen.`,
    allLevels: (levels) =>
      `Bei allen ${levels} Niveaus enthalten die Bereiche den tatsächlichen Wert im Rahmen des Stichprobenfehlers so oft wie angegeben.`,
    noLevel: (levels) =>
      `Bei keinem der ${levels} Niveaus enthalten die Bereiche den tatsächlichen Wert so oft wie angegeben: Die Abweichung ist größer als der Stichprobenfehler.`,
    someLevels: (off, levels) =>
      `Bei ${off} der ${levels} Niveaus enthalten die Bereiche den tatsächlichen Wert nicht so oft wie angegeben: Die Abweichung ist größer als der Stichprobenfehler.`,
    sameAlongEstimate:
      "Die Bereiche sollen den tatsächlichen Wert bei niedrigen und hohen Schätzungen gleich oft enthalten.",
    tooFewForGroups: (rows) => `Es gibt zu wenige Zeilen, um das zu prüfen: Mindestens ${rows} sind nötig.`,
    itIs: "Das tun sie im Rahmen des Stichprobenfehlers.",
    someGroups: (off, groups) =>
      `In ${off} von ${groups} Gruppen von Schätzungen weicht der Anteil stärker vom angegebenen ab als der Stichprobenfehler.`,
    allGroups: (groups) =>
      `In allen ${groups} Gruppen von Schätzungen weicht der Anteil stärker vom angegebenen ab als der Stichprobenfehler.`,
    byLevel: "Wie oft die Bereiche den tatsächlichen Wert enthalten (Abdeckung)",
    byEstimate: (outOf) => `Wie oft der Bereich für ${outOf} den tatsächlichen Wert enthält, nach Schätzung`,
    axesByLevel: (rows, unseen) =>
      `Anteil der Zeilen, deren tatsächlicher Wert im Bereich liegt; ${rows} ${unseen}. Strich: angegeben. Band: durch Zufall zu erwarten.`,
    axesByEstimate: (leftOut, outOf) =>
      `Anteil der Zeilen einer Gruppe von Schätzungen, deren tatsächlicher Wert im Bereich für ${outOf} liegt${leftOut}. Strich: angegeben. Band: durch Zufall zu erwarten.`,
    claimedColumn: "Angegeben",
    byChance: "Durch Zufall zu erwarten",
    rows: "Zeilen",
    estimate: "Schätzung",
    measuredColumn: "Gemessen",
    tooFewRows: "zu wenige Zeilen",
    uncheckedProbabilities: (near, fewest, rows) =>
      `Zu jeder Schätzung gehört die Wahrscheinlichkeit, dass sie um höchstens ${near} neben dem tatsächlichen Wert liegt. Für eine Prüfung gibt es zu wenige Zeilen: Sie braucht 5 Gruppen mit mindestens ${fewest} Zeilen, und insgesamt sind es ${rows} Zeilen.`,
    probabilities: (near, count, groups) =>
      `Zu jeder Schätzung gehört die Wahrscheinlichkeit, dass sie um höchstens ${near} neben dem tatsächlichen Wert liegt. Das Diagramm zeigt die Zeilen nach dieser Wahrscheinlichkeit in ${groups} ${count === 1 ? "Gruppe" : "Gruppen"}.`,
    calibrated: "Angegebene und gemessene Anteile stimmen im Rahmen des Stichprobenfehlers überein.",
    notCalibrated: (off, groups) =>
      `In ${groups} ${off === 1 ? "Gruppe" : "Gruppen"} weicht der gemessene Anteil stärker vom angegebenen ab als der Stichprobenfehler.`,
    probabilityChart: (near) => `Wahrscheinlichkeit eines Fehlers von höchstens ${near}, angegeben und gemessen`,
    probabilityAxes: (near) =>
      `Anteil der Zeilen einer Gruppe mit einem Fehler von höchstens ${near}. Strich: angegeben. Band: durch Zufall zu erwarten.`,
    claimed: (share) => `angegeben ${share}`,
    claims: (share) => `Angegeben ${share}`,
    ofRows: (rows) => `${rows} Zeilen`,
    measured: (share) => `${share} gemessen`,
    compared: (kind, share) => `${kind} ${share},`,
  },
});
