import { catalogue } from "@/lib/language/locale";

/** The frame of the card: its head, the titles of its parts, what the model is for, and its problems. */
export const CARD_WORDS = catalogue({
  en: {
    howAccurateIs: "How accurate is",
    /** The title in the heading, on a line of its own. */
    titleAsked: (title: string) => `${title}?`,
    howAccurate: (title: string) => `How accurate is ${title}?`,
    onThisPage: "On this page",
    trainingData: "Training data",
    calibrationData: "Calibration data",
    accuracy: "Accuracy",
    figures: "Fit statistics",
    lackOfFit: "Lack of fit",
    problems: "Problems",
    coefficients: "Coefficients",
    estimatesAndActual: "Estimates and actual values",
    errorsByEstimate: "Errors by estimate",
    errorDistribution: "Distribution of the errors",
    errorsByInput: "Errors by input",
    ranges: "Are its ranges calibrated?",
    probabilities: "Are its probabilities calibrated?",
    ratioStudy: "Is it fair enough for tax assessment?",
    segments: "Accuracy by group",
    influentialRows: "Influential rows",
    cardLimits: "What this card cannot tell",
    intendedUse: "Intended use",
    limits: "Limits",
    estimate: (label: string) => `Estimate the ${label}`,
    notCause: (label: string) =>
      `Coefficients show association, not cause: changing an input need not change the ${label} by its coefficient.`,
    notSingle:
      "Accuracy describes many estimates together. A single estimate can be much further off, so each has its own range.",
    asJson: "This card as JSON",
    unchecked: "No check is possible.",
    noProblem: "No problem found.",
    problemsFound: (count: number, written: string) => `${written} ${count === 1 ? "problem" : "problems"} found:`,
    uncheckedLong: "No check on this page is possible without rows with known outcomes.",
    noProblemLong: "No check on this page finds a problem. That is no proof that there is none.",
    hasProblems: (count: number, written: string) =>
      count === 1
        ? "This model has 1 problem."
        : `This model has ${written} problems. The most important one comes first.`,
  },
  de: {
    howAccurateIs: "Wie genau ist",
    titleAsked: (title) => `„${title}“?`,
    howAccurate: (title) => `Wie genau ist „${title}“?`,
    onThisPage: "Auf dieser Seite",
    trainingData: "Trainingsdaten",
    calibrationData: "Kalibrierungsdaten",
    accuracy: "Genauigkeit",
    figures: "Kennzahlen der Anpassung",
    lackOfFit: "Fehlanpassung",
    problems: "Probleme",
    coefficients: "Koeffizienten",
    estimatesAndActual: "Schätzungen und tatsächliche Werte",
    errorsByEstimate: "Fehler nach Schätzung",
    errorDistribution: "Verteilung der Fehler",
    errorsByInput: "Fehler nach Eingabe",
    ranges: "Sind die Bereiche kalibriert?",
    probabilities: "Sind die Wahrscheinlichkeiten kalibriert?",
    ratioStudy: "Fair genug für die steuerliche Bewertung?",
    segments: "Genauigkeit nach Gruppe",
    influentialRows: "Einflussreiche Zeilen",
    cardLimits: "Was diese Karte nicht zeigt",
    intendedUse: "Verwendungszweck",
    limits: "Grenzen",
    estimate: (label) => `Jetzt schätzen: ${label}`,
    notCause: () =>
      `Koeffizienten zeigen Zusammenhänge, keine Ursachen: Wird eine Eingabe geändert, muss sich der tatsächliche Wert nicht um den Koeffizienten ändern.`,
    notSingle:
      "Die Genauigkeit beschreibt viele Schätzungen zusammen. Eine einzelne kann viel weiter danebenliegen, deshalb hat jede einen eigenen Bereich.",
    asJson: "Diese Karte als JSON",
    unchecked: "Eine Prüfung ist nicht möglich.",
    noProblem: "Kein Problem gefunden.",
    problemsFound: (count, written) => `${written} ${count === 1 ? "Problem" : "Probleme"} gefunden:`,
    uncheckedLong: "Ohne Zeilen mit bekannten Ergebnissen ist keine Prüfung auf dieser Seite möglich.",
    noProblemLong: "Keine Prüfung auf dieser Seite findet ein Problem. Das beweist nicht, dass es keines gibt.",
    hasProblems: (count, written) =>
      count === 1
        ? "Dieses Modell hat 1 Problem."
        : `Dieses Modell hat ${written} Probleme. Das wichtigste steht am Anfang.`,
  },
});
