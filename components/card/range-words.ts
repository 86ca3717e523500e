import { catalogue } from "@/lib/language/locale";

/** Whether ranges and probabilities are calibrated. */
export const RANGE_WORDS = catalogue({
  en: {
    kinds: { t: "Student’s t", conformal: "conformal" },
    notUsed: (kind: string) => `${kind}, not used`,
    aim: (level: string, outOf: string) => `${outOf} ranges at ${level} should contain the actual value.`,
    conformal:
      "This model uses conformal prediction intervals: they are as wide as its errors on rows left out. On average over rows like those of the table, their coverage matches the level by construction. For rows of one kind it can be higher or lower; the next chart shows it by estimate. Hollow dots: intervals by Student’s t.",
    splitConformal: (luck: string) =>
      `This model uses split conformal prediction intervals: they are as wide as its errors on the calibration rows, and equally wide everywhere on the scale of the fit. On average over rows like those, their coverage matches the level by construction.${luck} For rows of one kind it can be higher or lower; the next chart shows it by estimate. Hollow dots: intervals by Student’s t.`,
    luck: (outOf: string, rows: string, level: string, low: string, high: string) =>
      ` For ${outOf} such tables of ${rows} rows, ranges at ${level} cover between ${low} and ${high} of new rows.`,
    student:
      "This model uses prediction intervals by Student’s t, which assume normal errors of the same size everywhere.",
    hollowConformal: " Hollow dots: conformal intervals.",
    tooFewForConformal: " There are too few rows for conformal intervals.",
    tooFewForLevels: (rows: number, written: string) =>
      `${written} ${rows === 1 ? "row is" : "rows are"} too few to check coverage: sampling error alone can put the dots anywhere on the bands.`,
    allLevels: (levels: string) => `All ${levels} levels are calibrated within sampling error.`,
    noLevel: (levels: string) =>
      `None of the ${levels} levels is calibrated: coverage differs by more than sampling error.`,
    someLevels: (off: number, written: string, levels: string) =>
      `${written} of the ${levels} levels ${off === 1 ? "is" : "are"} not calibrated: coverage differs by more than sampling error.`,
    sameAlongEstimate: "Coverage should be the same for low and high estimates.",
    tooFewForGroups: (rows: string) => `There are too few rows to check this: at least ${rows} are needed.`,
    itIs: "It is, within sampling error.",
    someGroups: (off: string, groups: string) =>
      `In ${off} of ${groups} groups of estimates, it differs from the level by more than sampling error.`,
    allGroups: (groups: string) =>
      `In all ${groups} groups of estimates, it differs from the level by more than sampling error.`,
    byLevel: "Coverage by level",
    byEstimate: (level: string) => `Coverage at ${level}, by estimate`,
    axesByLevel: (rows: string, unseen: string) =>
      `Share of ${rows} ${unseen} whose actual value is in its range. Line: claimed. Band: expected from chance.`,
    axesByEstimate: (leftOut: string, level: string) =>
      `Share of the rows of a group of estimates whose actual value is in its range at ${level}${leftOut}. Line: claimed. Band: expected from chance.`,
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
    kinds: { t: "Student t", conformal: "konform" },
    notUsed: (kind) => `${kind}, nicht verwendet`,
    aim: (level, outOf) => `${outOf} Bereichen zum Niveau ${level} sollen den tatsächlichen Wert enthalten.`,
    conformal:
      "Dieses Modell verwendet konforme Prognoseintervalle: Sie sind so breit wie seine Fehler an ausgelassenen Zeilen. Im Mittel über Zeilen wie die der Tabelle entspricht die Abdeckung konstruktionsbedingt dem Niveau. Für Zeilen einer bestimmten Art kann sie höher oder niedriger sein; das nächste Diagramm zeigt sie nach Schätzung. Leere Punkte: Intervalle nach Student t.",
    splitConformal: (luck) =>
      `Dieses Modell verwendet konforme Prognoseintervalle aus Kalibrierungszeilen: Sie sind so breit wie seine Fehler an diesen Zeilen und auf der Skala der Anpassung überall gleich breit. Im Mittel über Zeilen wie diese entspricht die Abdeckung konstruktionsbedingt dem Niveau.${luck} Für Zeilen einer bestimmten Art kann sie höher oder niedriger sein; das nächste Diagramm zeigt sie nach Schätzung. Leere Punkte: Intervalle nach Student t.`,
    luck: (outOf, rows, level, low, high) =>
      ` Bei ${outOf} solchen Tabellen mit ${rows} Zeilen enthalten Bereiche zum Niveau ${level} zwischen ${low} und ${high} neuer Zeilen.`,
    student:
      "Dieses Modell verwendet Prognoseintervalle nach Student t. Sie setzen normalverteilte Fehler voraus, die überall gleich groß sind.",
    hollowConformal: " Leere Punkte: konforme Intervalle.",
    tooFewForConformal: " Für konforme Intervalle gibt es zu wenige Zeilen.",
    tooFewForLevels: (rows, written) =>
      `${written} ${rows === 1 ? "Zeile ist" : "Zeilen sind"} zu wenig, um die Abdeckung zu prüfen: Allein der Stichprobenfehler kann die Punkte an jede Stelle der Bänder setzen.`,
    allLevels: (levels) => `Alle ${levels} Niveaus sind im Rahmen des Stichprobenfehlers kalibriert.`,
    noLevel: (levels) =>
      `Keines der ${levels} Niveaus ist kalibriert: Die Abdeckung weicht stärker ab als der Stichprobenfehler.`,
    someLevels: (off, written, levels) =>
      `${written} der ${levels} Niveaus ${off === 1 ? "ist" : "sind"} nicht kalibriert: Die Abdeckung weicht stärker ab als der Stichprobenfehler.`,
    sameAlongEstimate: "Die Abdeckung soll bei niedrigen und hohen Schätzungen dieselbe sein.",
    tooFewForGroups: (rows) => `Es gibt zu wenige Zeilen, um das zu prüfen: Mindestens ${rows} sind nötig.`,
    itIs: "Das ist sie im Rahmen des Stichprobenfehlers.",
    someGroups: (off, groups) =>
      `In ${off} von ${groups} Gruppen von Schätzungen weicht sie stärker vom Niveau ab als der Stichprobenfehler.`,
    allGroups: (groups) =>
      `In allen ${groups} Gruppen von Schätzungen weicht sie stärker vom Niveau ab als der Stichprobenfehler.`,
    byLevel: "Abdeckung nach Niveau",
    byEstimate: (level) => `Abdeckung zum Niveau ${level}, nach Schätzung`,
    axesByLevel: (rows, unseen) =>
      `Anteil der Zeilen, deren tatsächlicher Wert im Bereich liegt; ${rows} ${unseen}. Strich: angegeben. Band: durch Zufall zu erwarten.`,
    axesByEstimate: (leftOut, level) =>
      `Anteil der Zeilen einer Gruppe von Schätzungen, deren tatsächlicher Wert im Bereich zum Niveau ${level} liegt${leftOut}. Strich: angegeben. Band: durch Zufall zu erwarten.`,
    claimedColumn: "Angegeben",
    byChance: "Durch Zufall zu erwarten",
    rows: "Zeilen",
    estimate: "Schätzung",
    measuredColumn: "Gemessen",
    tooFewRows: "zu wenige Zeilen",
    uncheckedProbabilities: (near, fewest, rows) =>
      `Zu jeder Schätzung gehört die Wahrscheinlichkeit, dass sie höchstens ${near} neben dem tatsächlichen Wert liegt. Für eine Prüfung gibt es zu wenige Zeilen: Sie braucht 5 Gruppen mit mindestens ${fewest} Zeilen, und insgesamt sind es ${rows} Zeilen.`,
    probabilities: (near, count, groups) =>
      `Zu jeder Schätzung gehört die Wahrscheinlichkeit, dass sie höchstens ${near} neben dem tatsächlichen Wert liegt. Das Diagramm zeigt die Zeilen nach dieser Wahrscheinlichkeit in ${groups} ${count === 1 ? "Gruppe" : "Gruppen"}.`,
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
