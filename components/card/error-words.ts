import { catalogue } from "@/lib/language/locale";

/** The charts of errors. An error is the actual value minus its estimate. */
export const ERROR_WORDS = catalogue({
  en: {
    scales: {
      identity: { name: "Error", axis: "the actual value minus its estimate" },
      log: {
        name: "Error, log scale",
        axis: "log of the actual value minus log of its estimate, so that +0.1 is an actual value about 10% higher",
      },
      log1p: {
        name: "Error, log scale",
        axis: "log of 1 plus the actual value minus log of 1 plus its estimate, so that +0.1 is about 10% higher",
      },
      sqrt: { name: "Error, square root", axis: "square root of the actual value minus that of its estimate" },
    },
    axes: (across: string, up: string) => `Across: ${across}. Up: ${up}.`,
    tooFewForErrors: (rows: number, written: string) =>
      `${written} ${rows === 1 ? "row is" : "rows are"} too few to tell.`,
    larger: "larger than expected",
    smaller: "smaller than expected",
    asLarge: "about as large as expected",
    bothTails: (verdict: string) => `The largest errors in both directions are ${verdict}.`,
    tails: (tooLow: string, tooHigh: string) =>
      `Where estimates are too low, the largest errors are ${tooLow}; where they are too high, ${tooHigh}.`,
    tooFewAlongEstimate: "There are too few rows to show how errors change with the estimate.",
    alike: "about the same",
    grows: "larger at high estimates",
    shrinks: "smaller at high estimates",
    spread: (low: string, high: string, verdict: string) =>
      `The middle half of the errors spans ${low} at the lowest estimates and ${high} at the highest: ${verdict}.`,
    tooFewAlongInput: "There are too few rows to show how errors change with an input.",
    stray: (label: string, where: string, error: string) =>
      `The median of the errors is furthest from 0 for ${label} ${where}: ${error}.`,
    evenSpread: "In a good fit, the dots spread evenly around the zero line at every estimate.",
    level: "Where the fit to an input is good, the median of the errors stays near 0 along that input.",
    estimate: "Estimate",
    estimated: (label: string, help: string) => `the estimated ${label}${help}`,
    noError: "no error",
    errorsAlongEstimate: "Errors by estimate",
    errorsAlongInput: "Errors by input",
    errorsAlong: (label: string) => `Errors by ${label}`,
    theInput: "the input",
    sameScale: (axis: string) => `${axis}, on the same scale in every panel`,
    sideways: "Dots with the same whole number, or the same answer of yes or no, are spread sideways.",
    rowsWith: "Rows with",
    rows: "Rows",
    median: (name: string) => `${name}, median`,
    middleHalf: "Middle half",
    otherInputs: "Largest errors along the other inputs",
    otherInput: "Other input",
    furthestAt: "Furthest from 0 at",
    truthAxes: (label: string, help: string, calibration: boolean) =>
      `Across: the estimated ${label}${help}, ${calibration ? "without any of these rows in the fit" : "by the model fitted without the row"}. Up: the actual value, on the same scale.`,
    estimatesAndActual: "Estimates and actual values",
    actual: (label: string) => `Actual ${label}`,
    estimateIsActual: "estimate = actual value",
    rightOnLine: "On the straight line the estimate is right; above it the estimate is too low.",
    tooFewAtEnds: "There are too few rows to compare the lowest and the highest estimates with their actual values.",
    tooAlike: "The estimates are too similar to compare low and high ones with their actual values.",
    lowest: (estimate: string, actual: string, verdict: string) =>
      `The lowest estimates have a median of ${estimate}, and their actual values a median of ${actual}: ${verdict}.`,
    highest: (estimate: string, actual: string, verdict: string) =>
      `The highest estimates have a median of ${estimate}, and their actual values a median of ${actual}: ${verdict}.`,
    tooLow: "most actual values are above their estimate",
    tooHigh: "most actual values are below their estimate",
    unbiased: "about as many actual values are above their estimate as below, within sampling error",
    assumed:
      "Some ranges assume a distribution of the errors (Student’s t). If the errors follow it, the dots are on the straight line.",
    quantiles: "Quantiles of the errors, measured and expected",
    quantileAxes:
      "Across: the expected quantile of the errors. Up: the measured one. Both are in standard errors, from estimates by the model fitted without the row.",
    shareBelow: "Share of errors below",
    expected: "Expected",
    measured: "Measured",
    asExpected: "as expected",
  },
  de: {
    scales: {
      identity: { name: "Fehler", axis: "tatsächlicher Wert minus Schätzung" },
      log: {
        name: "Fehler (log)",
        axis: "log des tatsächlichen Werts minus log der Schätzung; +0,1 heißt, der tatsächliche Wert ist etwa 10\u00a0% höher",
      },
      log1p: {
        name: "Fehler (log)",
        axis: "log(1 + tatsächlicher Wert) minus log(1 + Schätzung); +0,1 heißt etwa 10\u00a0% höher",
      },
      sqrt: { name: "Fehler (Wurzel)", axis: "Wurzel des tatsächlichen Werts minus Wurzel der Schätzung" },
    },
    axes: (across, up) => `Waagerecht: ${across}. Senkrecht: ${up}.`,
    tooFewForErrors: (rows, written) =>
      `${written} ${rows === 1 ? "Zeile ist" : "Zeilen sind"} zu wenig für ein Urteil.`,
    larger: "größer als erwartet",
    smaller: "kleiner als erwartet",
    asLarge: "etwa so groß wie erwartet",
    bothTails: (verdict) => `Die größten Fehler in beiden Richtungen sind ${verdict}.`,
    tails: (tooLow, tooHigh) =>
      `Bei zu niedrigen Schätzungen sind die größten Fehler ${tooLow}, bei zu hohen ${tooHigh}.`,
    tooFewAlongEstimate: "Es gibt zu wenige Zeilen, um zu zeigen, wie sich die Fehler mit der Schätzung ändern.",
    alike: "etwa gleich",
    grows: "größer bei hohen Schätzungen",
    shrinks: "kleiner bei hohen Schätzungen",
    spread: (low, high, verdict) =>
      `Die mittlere Hälfte der Fehler umfasst ${low} bei den niedrigsten Schätzungen und ${high} bei den höchsten: ${verdict}.`,
    tooFewAlongInput: "Es gibt zu wenige Zeilen, um zu zeigen, wie sich die Fehler mit einer Eingabe ändern.",
    stray: (label, where, error) =>
      `Am weitesten von 0 entfernt ist der Median der Fehler hier: ${label} ${where} (${error}).`,
    evenSpread: "Bei guter Anpassung streuen die Punkte bei jeder Schätzung gleichmäßig um die Nulllinie.",
    level: "Wo die Anpassung an eine Eingabe gut ist, bleibt der Median der Fehler entlang dieser Eingabe nahe 0.",
    estimate: "Schätzung",
    estimated: (_label, help) => `die Schätzung${help}`,
    noError: "kein Fehler",
    errorsAlongEstimate: "Fehler nach Schätzung",
    errorsAlongInput: "Fehler nach Eingabe",
    errorsAlong: (label) => `Fehler nach Eingabe: ${label}`,
    theInput: "die Eingabe",
    sameScale: (axis) => `${axis}; in jedem Feld derselbe Maßstab`,
    sideways: "Punkte mit derselben ganzen Zahl oder derselben Ja-Nein-Angabe sind seitlich gestreut.",
    rowsWith: "Zeilen mit",
    rows: "Zeilen",
    median: (name) => `${name}, Median`,
    middleHalf: "Mittlere Hälfte",
    otherInputs: "Größte Fehler entlang der übrigen Eingaben",
    otherInput: "Übrige Eingabe",
    furthestAt: "Am weitesten von 0 bei",
    truthAxes: (_label, help, calibration) =>
      `Waagerecht: die Schätzung${help}, ${calibration ? "ohne dass eine dieser Zeilen im Training war" : "jeweils vom Modell, das ohne diese Zeile trainiert ist"}. Senkrecht: der tatsächliche Wert im selben Maßstab.`,
    estimatesAndActual: "Schätzungen und tatsächliche Werte",
    actual: (label) => `Tatsächlich: ${label}`,
    estimateIsActual: "Schätzung = tatsächlicher Wert",
    rightOnLine: "Auf der Geraden stimmt die Schätzung; darüber ist sie zu niedrig.",
    tooFewAtEnds:
      "Es gibt zu wenige Zeilen, um die niedrigsten und die höchsten Schätzungen mit ihren tatsächlichen Werten zu vergleichen.",
    tooAlike:
      "Die Schätzungen sind einander zu ähnlich, um niedrige und hohe mit ihren tatsächlichen Werten zu vergleichen.",
    lowest: (estimate, actual, verdict) =>
      `Die niedrigsten Schätzungen haben den Median ${estimate}, die tatsächlichen Werte dazu den Median ${actual}: ${verdict}.`,
    highest: (estimate, actual, verdict) =>
      `Die höchsten Schätzungen haben den Median ${estimate}, die tatsächlichen Werte dazu den Median ${actual}: ${verdict}.`,
    tooLow: "Die meisten tatsächlichen Werte liegen über ihrer Schätzung",
    tooHigh: "Die meisten tatsächlichen Werte liegen unter ihrer Schätzung",
    unbiased:
      "Im Rahmen des Stichprobenfehlers liegen etwa so viele tatsächliche Werte über ihrer Schätzung wie darunter",
    assumed:
      "Manche Bereiche setzen eine bestimmte Verteilung der Fehler voraus (Student-t). Folgen die Fehler ihr, liegen die Punkte auf der Geraden.",
    quantiles: "Quantile der Fehler, gemessen und erwartet",
    quantileAxes:
      "Waagerecht: das erwartete Quantil der Fehler. Senkrecht: das gemessene. Beide in Standardfehlern, aus Schätzungen des Modells, das ohne die Zeile trainiert ist.",
    shareBelow: "Anteil kleinerer Fehler",
    expected: "Erwartet",
    measured: "Gemessen",
    asExpected: "wie erwartet",
  },
});
