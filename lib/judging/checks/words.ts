import { catalogue } from "../../language/locale";

/** The texts of the checks, which follow the grammar of messages but for the titles: lower case, no full stop. */
export const CHECK_WORDS = catalogue({
  en: {
    noEvidence: {
      title: "Its accuracy is not known",
      detail: "no rows with known outcomes came with this model",
      meaning: (ranges: boolean): string =>
        ranges
          ? "its ranges are not checked, and the size of its errors is not known"
          : "its estimates have no range, and the size of its errors is not known",
    },
    fewRows: {
      title: "It has too few training rows",
      detail: (rows: string, coefficients: string, each: string) =>
        `there are ${rows} rows for ${coefficients} coefficients; each coefficient needs at least ${each}`,
      meaning: "other rows could give a very different model, and the other checks may miss problems",
    },
    noBetterThanAverage: {
      title: "It is no better than guessing the average",
      detail: (r2: string, unseen: string) =>
        `the share of the variation that it predicts (predictive R²) on ${unseen} is ${r2}; always estimating the average scores 0`,
      meaning: "overall, always estimating the average is at least as accurate",
    },
    verticalBias: {
      title: "It is biased at low and high values",
      detail: (measured: string, benchmark: string, range: string) =>
        `for twice the value, the ratio of estimate to actual value changes by ${measured} (price-related bias, PRB); in an unbiased model with the same noise, by ${benchmark} (95% of simulations: ${range})`,
      meaning: (label: string, lowIsOver: boolean) => {
        const [low, high] = lowIsOver ? ["higher", "lower"] : ["lower", "higher"];
        return `compared with an unbiased model with the same noise, estimates are ${low} where the ${label} is low and ${high} where it is high`;
      },
    },
    ratioStudy: {
      title: "It isn’t fair enough for tax assessment",
      failure: (figure: string, measured: string, interval: string, accepted: string, benchmark: string) =>
        `the ${figure} is ${measured} (95% interval ${interval}); the standard accepts ${accepted}, and an unbiased model with the same noise scores ${benchmark}`,
      tooHigh: "overall, estimates are too high",
      tooLow: "overall, estimates are too low",
      scattered: "similar values get different errors: estimates scatter more than the model’s own noise explains",
    },
    ratioStandard: {
      title: (failures: string, figures: string) =>
        `It fails the standard for tax assessment in ${failures} of ${figures} figures`,
      figure: (figure: string, measured: string, interval: string, accepted: string) =>
        `${figure} ${measured} (95% interval ${interval}; accepted: ${accepted})`,
      detail: (figures: string) => `these figures of the ratio study are outside the accepted range: ${figures}`,
      meaning: (withoutBias: boolean) =>
        `do not use its estimates for tax assessment${withoutBias ? "; its inputs leave so much unexplained that a model without bias and with errors of the same size usually fails, too" : ""}`,
    },
    coverage: {
      title: "Its ranges are not calibrated",
      claim: (level: string, share: string) => `ranges for ${level} of the actual values contain ${share} of them`,
      between: (claim: string, low: string, high: string) => `${claim} where estimates are between ${low} and ${high}`,
      detail: (claims: string) => `${claims}; the difference is larger than sampling error`,
      where: { overall: "overall", levels: "at some levels", estimates: "for some estimates" },
      narrow: (where: string) => `${where}, actual values are outside their range more often than claimed`,
      wide: (where: string) => `${where}, ranges are wider than needed`,
    },
    calibration: {
      title: "Its probabilities are not calibrated",
      detail: (rows: string, claimed: string, near: string, measured: string) =>
        `for ${rows} rows, the model gives an average probability of ${claimed} to be within ${near}; ${measured} of them were`,
      meaning:
        "the probability of a single estimate may be too high or too low; read it as an average over all estimates",
    },
    lackOfFit: {
      title: "It misses a pattern",
      term: (term: string, share: string, t: string, p: string) =>
        `adding ${term} would explain ${share} of the unexplained variance (t-test that allows for errors of unequal size: t = ${t}; ${p}, adjusted for all tests of lack of fit)`,
      reset: (share: string, p: string) =>
        `squares and cubes of the estimates would explain ${share} of the unexplained variance (RESET test; ${p}, adjusted for all tests of lack of fit)`,
      pureError: (share: string, p: string) =>
        `rows with the same inputs differ less from each other than from the model: ${share} of the unexplained variance is lack of fit (${p}, adjusted for all tests of lack of fit)`,
      meaning: (term: string | null) =>
        `estimates are too high for some inputs and too low for others; ${term === null ? "no single square or product of inputs explains it" : `adding ${term} would help most`}`,
    },
    unequalVariance: {
      title: "Its errors vary in size (heteroscedasticity)",
      detail: (p: string, spread: string) =>
        `from the rows with the smallest errors to those with the largest (10th to 90th percentile), the typical error grows to ${spread} times its size (Breusch–Pagan test: ${p})`,
      allowed:
        "the ranges allow for it, and so do the robust standard errors of the coefficients (HC3); the usual standard errors do not",
      mixed:
        "some ranges are too wide and others too narrow; only the robust standard errors of the coefficients (HC3) allow for it",
      larger: (high: boolean) => {
        const [large, small] = high ? ["high", "low"] : ["low", "high"];
        return `errors are larger where estimates are ${large}, so ranges are too narrow there and too wide where estimates are ${small}; only the robust standard errors of the coefficients (HC3) allow for it`;
      },
    },
    collinearity: {
      title: "Some of its inputs overlap (collinearity)",
      detail: (limit: string, inputs: string) =>
        `other inputs make these coefficients less precise by a factor (GVIF^(1/(2 df))) above ${limit}: ${inputs}`,
      meaning: (one: boolean): string =>
        one
          ? "the other inputs say nearly the same, so the coefficients of this input cannot be read alone; estimates are not affected"
          : "the coefficients of these inputs cannot be read alone; estimates are not affected",
    },
    influence: {
      title: "One row changes the model",
      detail: (row: string, rows: string, distance: string, limit: string) =>
        `row ${row} of ${rows} has an influence on the fit (Cook’s distance) of ${distance}, above ${limit}`,
      meaning: "without this row, the estimates would be different; check its values",
    },
  },
  de: {
    noEvidence: {
      title: "Die Genauigkeit ist nicht bekannt",
      detail: "zu diesem Modell gibt es keine Zeilen mit bekannten Ergebnissen",
      meaning: (ranges) =>
        ranges
          ? "die Bereiche sind nicht geprüft, und die Größe der Fehler ist nicht bekannt"
          : "die Schätzungen haben keinen Bereich, und die Größe der Fehler ist nicht bekannt",
    },
    fewRows: {
      title: "Zu wenige Trainingszeilen",
      detail: (rows, coefficients, each) =>
        `${rows} Zeilen stehen ${coefficients} Koeffizienten gegenüber; nötig sind mindestens ${each} je Koeffizient`,
      meaning:
        "andere Zeilen könnten ein ganz anderes Modell ergeben, und die übrigen Prüfungen übersehen womöglich Probleme",
    },
    noBetterThanAverage: {
      title: "Nicht besser, als den Durchschnitt zu raten",
      detail: (r2, unseen) =>
        `der Anteil der Streuung, den das Modell vorhersagt (prädiktives R²), ist ${r2} für ${unseen}; immer den Durchschnitt zu schätzen, erreicht 0`,
      meaning: "immer den Durchschnitt zu schätzen, ist insgesamt mindestens so genau",
    },
    verticalBias: {
      title: "Verzerrt bei niedrigen und hohen Werten",
      detail: (measured, benchmark, range) =>
        `beim doppelten Wert ändert sich das Verhältnis von Schätzung zu tatsächlichem Wert um ${measured} (preisbezogene Verzerrung, PRB); in einem unverzerrten Modell mit gleichem Rauschen um ${benchmark} (95\u00a0% der Simulationen: ${range})`,
      meaning: (_label, lowIsOver) => {
        const [low, high] = lowIsOver ? ["höher", "niedriger"] : ["niedriger", "höher"];
        return `verglichen mit einem unverzerrten Modell mit gleichem Rauschen sind die Schätzungen bei niedrigen tatsächlichen Werten ${low} und bei hohen ${high}`;
      },
    },
    ratioStudy: {
      title: "Für die steuerliche Bewertung nicht fair genug",
      failure: (figure, measured, interval, accepted, benchmark) =>
        `${figure}: ${measured} (95-%-Intervall ${interval}); die Norm lässt ${accepted} zu, und ein unverzerrtes Modell mit gleichem Rauschen erreicht ${benchmark}`,
      tooHigh: "insgesamt sind die Schätzungen zu hoch",
      tooLow: "insgesamt sind die Schätzungen zu niedrig",
      scattered:
        "ähnliche Werte bekommen verschiedene Fehler: Die Schätzungen streuen stärker, als das Rauschen des Modells erklärt",
    },
    ratioStandard: {
      title: (failures, figures) =>
        `Die Norm für die steuerliche Bewertung ist in ${failures} von ${figures} Kennzahlen nicht erfüllt`,
      figure: (figure, measured, interval, accepted) =>
        `${figure} ${measured} (95-%-Intervall ${interval}; zulässig: ${accepted})`,
      detail: (figures) => `diese Kennzahlen der Verhältnisstudie liegen außerhalb des zulässigen Bereichs: ${figures}`,
      meaning: (withoutBias) =>
        `verwenden Sie die Schätzungen nicht für die steuerliche Bewertung${withoutBias ? "; die Eingaben lassen so viel unerklärt, dass auch ein unverzerrtes Modell mit gleich großen Fehlern die Norm meist nicht erfüllt" : ""}`,
    },
    coverage: {
      title: "Die Bereiche sind nicht kalibriert",
      claim: (level, share) => `Bereiche für ${level} der tatsächlichen Werte enthalten ${share} davon`,
      between: (claim, low, high) => `${claim} bei Schätzungen zwischen ${low} und ${high}`,
      detail: (claims) => `${claims}; der Unterschied ist größer als der Stichprobenfehler`,
      where: { overall: "insgesamt", levels: "bei manchen Niveaus", estimates: "bei manchen Schätzungen" },
      narrow: (where) => `${where} liegen tatsächliche Werte öfter außerhalb des Bereichs als angegeben`,
      wide: (where) => `${where} sind die Bereiche breiter als nötig`,
    },
    calibration: {
      title: "Die Wahrscheinlichkeiten sind nicht kalibriert",
      detail: (rows, claimed, near, measured) =>
        `bei ${rows} Zeilen gibt das Modell im Durchschnitt eine Wahrscheinlichkeit von ${claimed} an, um höchstens ${near} danebenzuliegen; bei ${measured} von ihnen war es so`,
      meaning:
        "die Wahrscheinlichkeit einer einzelnen Schätzung kann zu hoch oder zu niedrig sein; lesen Sie sie als Durchschnitt über alle Schätzungen",
    },
    lackOfFit: {
      title: "Ein Muster bleibt unerkannt",
      term: (term, share, t, p) =>
        `${term} als weiterer Term würde ${share} der unerklärten Varianz erklären (t-Test, der verschieden große Fehler zulässt: t = ${t}; ${p}, für alle Tests auf Fehlanpassung korrigiert)`,
      reset: (share, p) =>
        `Quadrate und Kuben der Schätzungen würden ${share} der unerklärten Varianz erklären (RESET-Test; ${p}, für alle Tests auf Fehlanpassung korrigiert)`,
      pureError: (share, p) =>
        `Zeilen mit gleichen Eingaben unterscheiden sich voneinander weniger als vom Modell: ${share} der unerklärten Varianz sind Fehlanpassung (${p}, für alle Tests auf Fehlanpassung korrigiert)`,
      meaning: (term) =>
        `die Schätzungen sind für manche Eingaben zu hoch und für andere zu niedrig; ${term === null ? "kein einzelnes Quadrat oder Produkt von Eingaben erklärt das" : `am meisten würde ein weiterer Term helfen: ${term}`}`,
    },
    unequalVariance: {
      title: "Die Fehler sind verschieden groß (Heteroskedastizität)",
      detail: (p, spread) =>
        `von den Zeilen mit den kleinsten Fehlern zu denen mit den größten (10. bis 90. Perzentil) wächst der typische Fehler auf das ${spread}-Fache (Breusch-Pagan-Test: ${p})`,
      allowed:
        "die Bereiche berücksichtigen das, ebenso die robusten Standardfehler der Koeffizienten (HC3); die gewöhnlichen Standardfehler nicht",
      mixed:
        "manche Bereiche sind zu breit und andere zu schmal; nur die robusten Standardfehler der Koeffizienten (HC3) berücksichtigen das",
      larger: (high) => {
        const [large, small] = high ? ["hohen", "niedrigen"] : ["niedrigen", "hohen"];
        return `bei ${large} Schätzungen sind die Fehler größer, deshalb sind die Bereiche dort zu schmal und bei ${small} Schätzungen zu breit; nur die robusten Standardfehler der Koeffizienten (HC3) berücksichtigen das`;
      },
    },
    collinearity: {
      title: "Einige Eingaben überschneiden sich (Kollinearität)",
      detail: (limit, inputs) =>
        `andere Eingaben machen diese Koeffizienten um einen Faktor (GVIF^(1/(2 FG))) über ${limit} ungenauer: ${inputs}`,
      meaning: (one) =>
        one
          ? "die anderen Eingaben besagen fast dasselbe, deshalb sind die Koeffizienten dieser Eingabe nicht für sich allein lesbar; die Schätzungen sind nicht betroffen"
          : "die Koeffizienten dieser Eingaben sind nicht für sich allein lesbar; die Schätzungen sind nicht betroffen",
    },
    influence: {
      title: "Eine einzelne Zeile verändert das Modell",
      detail: (row, rows, distance, limit) =>
        `Zeile ${row} von ${rows} hat einen Einfluss auf die Anpassung (Cook-Distanz) von ${distance}, mehr als ${limit}`,
      meaning: "ohne diese Zeile wären die Schätzungen andere; prüfen Sie ihre Werte",
    },
  },
});
