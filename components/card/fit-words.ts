import { catalogue } from "@/lib/language/locale";

/** The fit of a linear model: its figures, what it misses, its coefficients and the rows that decide it. */
export const FIT_WORDS = catalogue({
  en: {
    ordinary: (rows: string, coefficients: string, fitted?: string) =>
      `Ordinary least squares: ${rows} rows, ${coefficients} coefficients${fitted ? `, fitted to ${fitted}` : ""}.`,
    weighted: (rows: string, coefficients: string, fitted?: string) =>
      `Weighted least squares: ${rows} rows, ${coefficients} coefficients${fitted ? `, fitted to ${fitted}` : ""}.`,
    weights: (column: string | undefined) =>
      ` Rows are weighted${column ? ` (${column})` : ""}, and σ is the error of a row of weight 1.`,
    zeroWeights: (rows: number, written: string) => ` ${written} of weight 0 ${rows === 1 ? "is" : "are"} left out.`,
    row: "row",
    rows: "rows",
    rangesOfRows: " Ranges come from the errors of the rows, whatever their weights.",
    rangesOfWeight: (weight: string) => ` Ranges are for a row of the typical weight, ${weight}.`,
    figures: "Fit statistics",
    figure: "Figure",
    value: "Value",
    predictiveR2: "Predictive R²",
    predicted: (label: string, unseen: string) =>
      `share of the variation of the ${label} that the model predicts on ${unseen}`,
    explained: (fitted: string | undefined) =>
      `share of the variation${fitted ? ` of ${fitted}` : ""} that the fit explains`,
    adjustedR2: "Adjusted R²",
    adjusted: "R², adjusted for the number of terms",
    sigma: "Size of an error, σ (residual standard error)",
    sigmaOf: {
      identity: (_size: string, _label: string, df: string) => `of the fit, on ${df} degrees of freedom`,
      log: (size: string, _label: string, df: string) =>
        `of the logarithm: an error of this size is ${size}, on ${df} degrees of freedom`,
      log1p: (size: string, label: string, df: string) =>
        `of the logarithm of 1 plus the ${label}: an error of this size is ${size}, on ${df} degrees of freedom`,
      sqrt: (_size: string, _label: string, df: string) => `of the square root, on ${df} degrees of freedom`,
    },
    upOrDown: (up: string, down: string) => `${up} up or ${down} down`,
    f: (df1: string, df2: string) => `Do the terms explain anything? (F on ${df1} and ${df2})`,
    anything: (p: string) => `probability of a value this large by chance: ${p}`,
    aicName: "Fit for its size (AIC)",
    bicName: "Fit for its size, larger penalty (BIC)",
    aic: "compares models of the same response on the same rows: less is better",
    bic: "like AIC, with a larger penalty for terms",
    conditionNumber: "Magnified rounding (condition number)",
    condition: "how much rounding in the data is magnified, for terms of equal length",
    breuschPagan: (df: string) => `Do errors vary in size? (Breusch–Pagan on ${df})`,
    equalErrors: (p: string) => `test of heteroscedasticity; ${p}`,
    smearing: "Mean divided by median (smearing factor)",
    rootVariance: "Variance of the square root",
    smearingOf: {
      ratio: "the estimate is the median",
      log1p: "1 plus the mean, divided by 1 plus the median; the estimate is the median",
      sqrt: "mean minus median; the estimate is the median",
    },
    equallyLarge: (factor: string) => `${factor}. It assumes errors of the same size everywhere`,
    equallyLargeHere: (factor: string) =>
      `${factor}. It assumes errors of the same size everywhere; the mean beside an estimate uses the size of errors at its own inputs`,
    usualTests: (p: string, robust: string) =>
      `The usual tests find a pattern that the model misses (${p} for all tests together). The robust tests, which allow for errors that vary in size, do not (robust ${robust}). The unexplained part may be noise.`,
    tooSmall: (p: string) =>
      `The tests find a pattern that the model misses (${p} for all tests together), but it explains less than 2% of the unexplained variance. Nearly all of the rest looks like noise, which only other inputs could explain.`,
    theseTestsAlone: (p: string) =>
      `The tests suggest a pattern that the model misses (${p} for all tests of lack of fit together). Among all checks on this page, chance alone can produce it.`,
    noPattern: (level: string, tests: number, written: string, threshold: string) =>
      `No test finds a pattern that the model misses, at a level of ${level}${tests > 1 ? ` shared by ${written} kinds of tests: a p-value must be at most ${threshold}` : ""}. The unexplained part looks like noise, which only other inputs could explain.`,
    pattern: (p: string) => `The model misses a pattern (${p} for all tests together).`,
    bestTerm: (term: string, share: string) =>
      `Adding ${term} would help most: it would explain ${share} of the unexplained variance.`,
    noTerm: (share: string) =>
      `The pattern is about ${share} of the unexplained variance, and no single square or product of inputs explains it.`,
    tooFewForFit: "There are too few rows to tell noise from a pattern that the model misses: at least 30 are needed.",
    allRows: (rows: string) => `all ${rows} rows`,
    someRows: (some: string, rows: string) => `${some} of the ${rows} rows`,
    noTermToTest: (rows: string) => `In ${rows}, there is no square or product of inputs to test as one more term.`,
    allTerms: (rows: string, terms: string) =>
      `In ${rows}, all ${terms} squares and products of inputs were tested as one more term; their p-values are adjusted for the number of terms (Holm).`,
    testedTerms: (rows: string, candidates: string, tested: string) =>
      `In ${rows}, ${tested} of ${candidates} squares and products of inputs could be tested as one more term; their p-values are adjusted for the number of terms (Holm).`,
    someTerms: (rows: string, candidates: string, screened: string, tested: string) =>
      `In ${rows}, ${screened} of ${candidates} squares and products of inputs were compared with the residuals. The ${tested} most correlated ones were tested as one more term; their p-values are adjusted for the number of terms (Holm).`,
    robustTests:
      "F and its p-value are the usual ones. The robust p-value allows for errors that vary in size, and decides.",
    explains: "“Explains” is the share of the unexplained variance, minus what chance would explain.",
    reset: "Squares and cubes of the estimates (RESET)",
    pureError: "Rows with the same inputs (pure error)",
    tests: "Tests of lack of fit",
    testColumns: ["Test", "F", "df", "p", "Robust p", "Explains"],
    dfs: (df1: string, df2: string) => `${df1} and ${df2}`,
    helpfulTerms: "Terms that would help most",
    termColumns: ["One more term", "F", "Robust t", "df", "Adjusted p", "Explains"],
    steps:
      "Each dot is the effect on the estimate of a step from a low to a high value of a term, with all other terms unchanged.",
    intervals: "The line is its 95% confidence interval, if the model is right.",
    robustIntervals:
      "The line is its 95% confidence interval, if the model is right. It allows for errors that vary in size (HC3 standard errors).",
    noneHollow: "None of the intervals includes 0.",
    allHollow: "All intervals include 0: each effect may be zero (hollow dots).",
    someHollow: (unsure: number, written: string, terms: string) =>
      unsure === 1
        ? `${written} of the ${terms} intervals includes 0: this effect may be zero (hollow dot).`
        : `${written} of the ${terms} intervals include 0: these effects may be zero (hollow dots).`,
    stepChart: (label: string) =>
      `Effect of a step of each term on the ${label}; the table below has the coefficients.`,
    noEffect: "no effect",
    noToYes: "no to yes",
    aStep:
      "A step is two standard deviations of the term among the rows, given beside its name, so that terms in different units can be compared. For yes or no, it is from no to yes.",
    stepOf: {
      identity: "",
      log: "A step multiplies the estimate; the change is a share of it. ",
      log1p: "A step multiplies 1 plus the estimate; the change is a share of that. ",
      sqrt: (fitted: string) => `The change is that of ${fitted}. `,
    },
    together:
      "Terms made of the same inputs never change alone; the page of an estimate shows the effect of changing an input.",
    coefficients: "Coefficients",
    columns: {
      term: "Term",
      estimate: "Coefficient",
      interval: "95% interval",
      standardError: "Std. error",
      hc3: "Robust error (HC3)",
      t: "t",
      p: "p",
      vif: "Overlap (VIF)",
    },
    otherCoefficients: "The other coefficients",
    perUnit: "Per unit of the term.",
    perUnitAdded: (fitted: string, isLogarithm: boolean) =>
      `Per unit of the term, added to ${fitted}${isLogarithm ? ": 0.1 is about 10%" : ""}.`,
    hc3: "The robust error (HC3) is a standard error that allows for errors that vary in size.",
    hc3Used:
      "The robust error (HC3) is a standard error that allows for errors that vary in size; the intervals use it, t and p do not.",
    vif: "Overlap (VIF): above 10, other terms, which may be of the same input, say nearly the same (collinearity).",
    overlap: "Overlap of the inputs (collinearity)",
    overlapColumns: ["Input", "df", "Overlap (GVIF)", "Loss of precision (GVIF^(1/(2 df)))"],
    inflation:
      "Loss of precision: by which factor the effect of an input is known less precisely because other inputs vary with it, over all terms of the input. Above 3.2, its coefficients cannot be read alone.",
    alone: "The table shows what each term adds to the estimate.",
    noStandardErrors: "The precision of the coefficients is not known: the model came without their standard errors.",
    mistake: "A mistake in these rows would change the model most.",
    mistakeAmong: (rows: string) => `In ${rows}, a mistake in these rows would change the model most.`,
    checkRows:
      "Check rows with an influence (Cook’s distance) above 1: without such a row, the estimates would be different.",
    noneDecides: (distance: string) =>
      `The largest influence of a row (Cook’s distance) is ${distance}, below the threshold of 1: no single row decides the fit.`,
    influentialRows: "Influential rows",
    rowColumn: "Row",
    cooksD: "Influence (Cook’s D)",
    leverage: "Unusual inputs (leverage)",
    studentised: "Error (studentised)",
    influenceNotes: (label: string) =>
      `Rows are counted from 1. Leverage shows how unusual the inputs of a row are, at most 1. The studentised error is the actual ${label} minus its estimate by the model fitted without the row, in standard errors.`,
  },
  de: {
    ordinary: (rows, coefficients, fitted) =>
      `Methode der kleinsten Quadrate: ${rows} Zeilen, ${coefficients} Koeffizienten${fitted ? `, angepasst an ${fitted}` : ""}.`,
    weighted: (rows, coefficients, fitted) =>
      `Gewichtete kleinste Quadrate: ${rows} Zeilen, ${coefficients} Koeffizienten${fitted ? `, angepasst an ${fitted}` : ""}.`,
    weights: (column) =>
      ` Die Zeilen sind gewichtet${column ? ` (${column})` : ""}, und σ ist der Fehler einer Zeile mit Gewicht 1.`,
    zeroWeights: (rows, written) => ` ${written} mit Gewicht 0 ${rows === 1 ? "ist" : "sind"} ausgelassen.`,
    row: "Zeile",
    rows: "Zeilen",
    rangesOfRows: " Die Bereiche beruhen auf den Fehlern der Zeilen, gleich welches Gewicht sie haben.",
    rangesOfWeight: (weight) => ` Die Bereiche gelten für eine Zeile mit dem typischen Gewicht ${weight}.`,
    figures: "Kennzahlen der Anpassung",
    figure: "Kennzahl",
    value: "Wert",
    predictiveR2: "Prädiktives R²",
    predicted: (_label, unseen) =>
      `Anteil der Streuung der tatsächlichen Werte, den das Modell für ${unseen} vorhersagt`,
    explained: (fitted) => `Anteil der Streuung${fitted ? ` von ${fitted}` : ""}, den die Anpassung erklärt`,
    adjustedR2: "Korrigiertes R²",
    adjusted: "R², um die Zahl der Terme korrigiert",
    sigma: "Größe eines Fehlers, σ (Residuenstandardfehler)",
    sigmaOf: {
      identity: (_size, _label, df) => `der Anpassung, bei ${df} Freiheitsgraden`,
      log: (size, _label, df) => `des Logarithmus: Ein Fehler dieser Größe ist ${size}; ${df} Freiheitsgrade`,
      log1p: (size, label, df) => `von log(1 + ${label}): Ein Fehler dieser Größe ist ${size}; ${df} Freiheitsgrade`,
      sqrt: (_size, _label, df) => `der Wurzel, bei ${df} Freiheitsgraden`,
    },
    upOrDown: (up, down) => `${up} nach oben oder ${down} nach unten`,
    f: (df1, df2) => `Erklären die Terme überhaupt etwas? (F mit ${df1} und ${df2} Freiheitsgraden)`,
    anything: (p) => `Wahrscheinlichkeit eines so großen Werts durch Zufall: ${p}`,
    aicName: "Anpassung im Verhältnis zur Größe (AIC)",
    bicName: "Anpassung im Verhältnis zur Größe, höherer Abzug (BIC)",
    aic: "vergleicht Modelle derselben Zielgröße mit denselben Zeilen: weniger ist besser",
    bic: "wie AIC, mit höherem Abzug für Terme",
    conditionNumber: "Verstärkung von Rundungen (Konditionszahl)",
    condition: "wie sehr sich Rundungen in den Daten verstärken, bei gleich langen Termen",
    breuschPagan: (df) => `Sind die Fehler verschieden groß? (Breusch-Pagan mit ${df} Freiheitsgraden)`,
    equalErrors: (p) => `Test auf Heteroskedastizität; ${p}`,
    smearing: "Durchschnitt durch Median (Smearing-Faktor)",
    rootVariance: "Varianz der Wurzel",
    smearingOf: {
      ratio: "die Schätzung ist der Median",
      log1p: "1 plus Durchschnitt, durch 1 plus Median; die Schätzung ist der Median",
      sqrt: "Durchschnitt minus Median; die Schätzung ist der Median",
    },
    equallyLarge: (factor) => `${factor}. Vorausgesetzt sind überall gleich große Fehler`,
    equallyLargeHere: (factor) =>
      `${factor}. Vorausgesetzt sind überall gleich große Fehler; der Durchschnitt neben einer Schätzung rechnet mit Fehlern so groß wie bei ihren eigenen Eingaben`,
    usualTests: (p, robust) =>
      `Die gewöhnlichen Tests finden ein Muster, das dem Modell fehlt (${p} für alle Tests zusammen). Die robusten Tests, die verschieden große Fehler zulassen, finden keines (robust ${robust}). Der unerklärte Teil kann Rauschen sein.`,
    tooSmall: (p) =>
      `Die Tests finden ein Muster, das dem Modell fehlt (${p} für alle Tests zusammen), aber es erklärt weniger als 2\u00a0% der unerklärten Varianz. Fast alles Übrige sieht nach Rauschen aus, das nur andere Eingaben erklären könnten.`,
    theseTestsAlone: (p) =>
      `Die Tests deuten auf ein Muster hin, das dem Modell fehlt (${p} für alle Tests auf Fehlanpassung zusammen). Bei der Zahl der Prüfungen auf dieser Seite kann der Zufall allein es erzeugen.`,
    noPattern: (level, tests, written, threshold) =>
      `Kein Test findet ein Muster, das dem Modell fehlt, zum Niveau ${level}${tests > 1 ? ` für ${written} Arten von Tests zusammen: Ein p-Wert muss höchstens ${threshold} sein` : ""}. Der unerklärte Teil sieht nach Rauschen aus, das nur andere Eingaben erklären könnten.`,
    pattern: (p) => `Dem Modell fehlt ein Muster (${p} für alle Tests zusammen).`,
    bestTerm: (term, share) =>
      `Am meisten würde ein weiterer Term helfen: ${term} würde ${share} der unerklärten Varianz erklären.`,
    noTerm: (share) =>
      `Das Muster umfasst etwa ${share} der unerklärten Varianz, und kein einzelnes Quadrat oder Produkt von Eingaben erklärt es.`,
    tooFewForFit:
      "Es gibt zu wenige Zeilen, um Rauschen von einem Muster zu unterscheiden, das dem Modell fehlt: Mindestens 30 sind nötig.",
    allRows: (rows) => `allen ${rows} Zeilen`,
    someRows: (some, rows) => `${some} der ${rows} Zeilen`,
    noTermToTest: (rows) =>
      `In ${rows} gibt es kein Quadrat oder Produkt von Eingaben, das als weiterer Term zu prüfen wäre.`,
    allTerms: (rows, terms) =>
      `In ${rows} sind alle ${terms} Quadrate und Produkte von Eingaben als weiterer Term geprüft; ihre p-Werte sind um die Zahl der Terme korrigiert (Holm).`,
    testedTerms: (rows, candidates, tested) =>
      `In ${rows} waren ${tested} von ${candidates} Quadraten und Produkten von Eingaben als weiterer Term prüfbar; ihre p-Werte sind um die Zahl der Terme korrigiert (Holm).`,
    someTerms: (rows, candidates, screened, tested) =>
      `In ${rows} sind ${screened} von ${candidates} Quadraten und Produkten von Eingaben mit den Residuen verglichen. Die ${tested} mit der höchsten Korrelation sind als weiterer Term geprüft; ihre p-Werte sind um die Zahl der Terme korrigiert (Holm).`,
    robustTests:
      "F und der zugehörige p-Wert sind die gewöhnlichen. Der robuste p-Wert lässt verschieden große Fehler zu und entscheidet.",
    explains: "„Erklärt“ ist der Anteil an der unerklärten Varianz, abzüglich dessen, was der Zufall erklären würde.",
    reset: "Quadrate und Kuben der Schätzungen (RESET)",
    pureError: "Zeilen mit gleichen Eingaben (reiner Fehler)",
    tests: "Tests auf Fehlanpassung",
    testColumns: ["Test", "F", "FG", "p", "Robustes p", "Erklärt"],
    dfs: (df1, df2) => `${df1} und ${df2}`,
    helpfulTerms: "Terme, die am meisten helfen würden",
    termColumns: ["Weiterer Term", "F", "Robustes t", "FG", "Korrigiertes p", "Erklärt"],
    steps:
      "Jeder Punkt zeigt, wie ein Schritt von einem niedrigen zu einem hohen Wert eines Terms die Schätzung ändert, wenn alle anderen Terme gleich bleiben.",
    intervals: "Die Linie ist sein 95-%-Konfidenzintervall, wenn das Modell stimmt.",
    robustIntervals:
      "Die Linie ist sein 95-%-Konfidenzintervall, wenn das Modell stimmt. Es lässt verschieden große Fehler zu (HC3-Standardfehler).",
    noneHollow: "Keines der Intervalle enthält 0.",
    allHollow: "Alle Intervalle enthalten 0: Jede Wirkung kann 0 sein (leere Punkte).",
    someHollow: (unsure, written, terms) =>
      unsure === 1
        ? `${written} der ${terms} Intervalle enthält 0: Diese Wirkung kann 0 sein (leerer Punkt).`
        : `${written} der ${terms} Intervalle enthalten 0: Diese Wirkungen können 0 sein (leere Punkte).`,
    stepChart: (label) =>
      `Wirkung eines Schritts jedes Terms: ${label}. Die Tabelle darunter enthält die Koeffizienten.`,
    noEffect: "keine Wirkung",
    noToYes: "von nein auf ja",
    aStep:
      "Ein Schritt ist zwei Standardabweichungen des Terms in den Zeilen groß und steht neben seinem Namen, damit Terme in verschiedenen Einheiten vergleichbar sind. Bei Ja oder Nein geht er von Nein auf Ja.",
    stepOf: {
      identity: "",
      log: "Ein Schritt multipliziert die Schätzung; die Änderung ist ein Anteil davon. ",
      log1p: "Ein Schritt multipliziert 1 plus die Schätzung; die Änderung ist ein Anteil davon. ",
      sqrt: (fitted) => `Die Änderung ist die von ${fitted}. `,
    },
    together:
      "Terme aus denselben Eingaben ändern sich nie allein; die Seite einer Schätzung zeigt, was die Änderung einer Eingabe bewirkt.",
    coefficients: "Koeffizienten",
    columns: {
      term: "Term",
      estimate: "Koeffizient",
      interval: "95-%-Intervall",
      standardError: "Std.-Fehler",
      hc3: "Robuster Fehler (HC3)",
      t: "t",
      p: "p",
      vif: "Überschneidung (VIF)",
    },
    otherCoefficients: "Die übrigen Koeffizienten",
    perUnit: "Je Einheit des Terms.",
    perUnitAdded: (fitted, isLogarithm) =>
      `Je Einheit des Terms, addiert zu ${fitted}${isLogarithm ? "; 0,1 sind etwa 10\u00a0%" : ""}.`,
    hc3: "Der robuste Fehler (HC3) ist ein Standardfehler, der verschieden große Fehler zulässt.",
    hc3Used:
      "Der robuste Fehler (HC3) ist ein Standardfehler, der verschieden große Fehler zulässt; die Intervalle verwenden ihn, t und p nicht.",
    vif: "Überschneidung (VIF): Über 10 besagen andere Terme, auch solche derselben Eingabe, fast dasselbe (Kollinearität).",
    overlap: "Überschneidung der Eingaben (Kollinearität)",
    overlapColumns: ["Eingabe", "FG", "Überschneidung (GVIF)", "Verlust an Genauigkeit (GVIF^(1/(2 FG)))"],
    inflation:
      "Verlust an Genauigkeit: um welchen Faktor die Wirkung einer Eingabe ungenauer bekannt ist, weil andere Eingaben mit ihr schwanken, über alle Terme der Eingabe. Über 3,2 sind ihre Koeffizienten nicht für sich allein lesbar.",
    alone: "Die Tabelle zeigt, was jeder Term zur Schätzung beiträgt.",
    noStandardErrors:
      "Wie genau die Koeffizienten sind, ist nicht bekannt: Ihre Standardfehler liegen dem Modell nicht bei.",
    mistake: "Ein Fehler in diesen Zeilen würde das Modell am stärksten verändern.",
    mistakeAmong: (rows) => `In ${rows} würde ein Fehler in diesen Zeilen das Modell am stärksten verändern.`,
    checkRows:
      "Prüfen Sie Zeilen mit einem Einfluss (Cook-Distanz) über 1: Ohne eine solche Zeile wären die Schätzungen andere.",
    noneDecides: (distance) =>
      `Der größte Einfluss einer Zeile (Cook-Distanz) ist ${distance} und liegt unter der Schwelle von 1: Keine einzelne Zeile entscheidet über die Anpassung.`,
    influentialRows: "Einflussreiche Zeilen",
    rowColumn: "Zeile",
    cooksD: "Einfluss (Cook-Distanz)",
    leverage: "Ungewöhnliche Eingaben (Hebelwert)",
    studentised: "Fehler (studentisiert)",
    influenceNotes: () =>
      `Die Zeilen sind ab 1 gezählt. Der Hebelwert zeigt, wie ungewöhnlich die Eingaben einer Zeile sind, und ist höchstens 1. Studentisierter Fehler: tatsächlicher Wert minus Schätzung des Modells, das ohne die Zeile trainiert ist, in Standardfehlern.`,
  },
});
