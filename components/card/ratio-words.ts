import { catalogue } from "@/lib/language/locale";

/** The ratio study of tax assessors. */
export const RATIO_WORDS = catalogue({
  en: {
    noStudy:
      "There is no ratio study. It needs outcomes and estimates that are all above 0, and a model that was trained with it.",
    standard:
      "Tax assessors must value cheap and expensive property equally fairly. A standard says what is accepted: the ratio of estimate to actual value must be near 1, vary little, and be the same for all values.",
    tooFew: (rows: number, written: string, fewest: string) =>
      `${written} ${rows === 1 ? "row is" : "rows are"} too few for a verdict: ${fewest} are needed.`,
    fails: (failures: string, figures: string, list: string) =>
      `This model fails in ${failures} of the ${figures} figures, with the whole 95% interval outside the accepted range: ${list}.`,
    passes: "This model passes.",
    open: (list: string) =>
      `This model does not fail. For ${list} there is no verdict: the 95% interval crosses the accepted limit.`,
    middle: "Any model with limited data pulls estimates to the middle, and the standard makes no allowance for that.",
    differs: " But this model scores differently from an unbiased model with the same noise.",
    sameAsUnbiased: (figures: number) =>
      ` Within sampling error, an unbiased model with the same noise does no better in ${figures === 1 ? "this figure: it measures" : "these figures: they measure"} how much is unexplained, and no unfairness beyond that.`,
    thirds: (label: string, lowest: string, highest: string) =>
      `In the third of rows with the lowest actual ${label}, the estimate is typically ${lowest} times the actual value; in the third with the highest, ${highest} times.`,
    thirdsUnbiased: (lowest: string, highest: string) =>
      ` In an unbiased model with the same noise, it would be ${lowest} and ${highest} times.`,
    regression:
      " Regression to the mean alone moves such ratios away from 1: rows are among the lowest partly because of what no input explains, and an estimate cannot know that. The ratios say nothing about rows with a low or a high estimate.",
    about: {
      medianRatio: "Half of the ratios of estimate to actual value are above it",
      cod: "Coefficient of dispersion: average distance of the ratios from their median, in percent of it",
      prd: "Price-related differential: above 1 where expensive property is undervalued compared with cheap property",
      prb: "Price-related bias: change of the ratio for twice the value, as a share",
    },
    verdicts: { passes: "passes", fails: "fails", undecided: "undecided", "too few rows": "too few rows" },
    thirdsAxes: "Median of estimate divided by actual value. Line: an unbiased model with the same noise.",
    thirdsTable: "Median ratio by third",
    rows: "Rows",
    medianRatio: "Median ratio",
    unbiased: "Unbiased model",
    estimateIsActual: "estimate = actual value",
    table: "Ratio study",
    figure: "Figure",
    measured: "Measured",
    accepted: "Accepted",
    verdict: "Verdict",
    source: (unseen: string) =>
      `Accepted: for older or mixed houses, by the International Association of Assessing Officers, Standard on Ratio Studies (2013), on sales that the assessor has not seen; here, on ${unseen}. Below a measured figure: its 95% confidence interval. Unbiased model: simulated with the estimates and errors of this model, the errors drawn at random; below, the middle 95% of the simulations.`,
  },
  de: {
    noStudy:
      "Es gibt keine Verhältnisstudie. Sie braucht Ergebnisse und Schätzungen, die alle über 0 liegen, und ein Modell, das mit ihr trainiert ist.",
    standard:
      "Die steuerliche Bewertung muss günstige und teure Immobilien gleich fair behandeln. Eine Norm legt fest, was zulässig ist: Das Verhältnis von Schätzung zu tatsächlichem Wert muss nahe 1 liegen, wenig streuen und für alle Werte gleich sein.",
    tooFew: (rows, written, fewest) =>
      `${written} ${rows === 1 ? "Zeile ist" : "Zeilen sind"} zu wenig für ein Urteil: Nötig sind ${fewest}.`,
    fails: (failures, figures, list) =>
      `Dieses Modell erfüllt die Norm in ${failures} der ${figures} Kennzahlen nicht; das ganze 95-%-Intervall liegt dort außerhalb des zulässigen Bereichs: ${list}.`,
    passes: "Dieses Modell erfüllt die Norm.",
    open: (list) =>
      `Dieses Modell verfehlt die Norm in keiner Kennzahl sicher. Kein Urteil gibt es hier, weil das 95-%-Intervall über die zulässige Grenze reicht: ${list}.`,
    middle: "Jedes Modell mit begrenzten Daten zieht Schätzungen zur Mitte, und die Norm lässt dafür keinen Spielraum.",
    differs: " Dieses Modell schneidet aber anders ab als ein unverzerrtes Modell mit gleichem Rauschen.",
    sameAsUnbiased: (figures) =>
      ` Im Rahmen des Stichprobenfehlers ist ein unverzerrtes Modell mit gleichem Rauschen in ${figures === 1 ? "dieser Kennzahl nicht besser: Sie misst" : "diesen Kennzahlen nicht besser: Sie messen"}, wie viel unerklärt ist, und keine Unfairness darüber hinaus.`,
    thirds: (_label, lowest, highest) =>
      `Im Drittel der Zeilen mit den niedrigsten tatsächlichen Werten ist die Schätzung typischerweise das ${lowest}-Fache des tatsächlichen Werts, im Drittel mit den höchsten das ${highest}-Fache.`,
    thirdsUnbiased: (lowest, highest) =>
      ` In einem unverzerrten Modell mit gleichem Rauschen wäre es das ${lowest}-Fache und das ${highest}-Fache.`,
    regression:
      " Allein die Regression zur Mitte entfernt solche Verhältnisse von 1: Zeilen gehören auch wegen dessen zu den niedrigsten, was keine Eingabe erklärt, und das kann eine Schätzung nicht wissen. Über Zeilen mit niedriger oder hoher Schätzung sagen die Verhältnisse nichts.",
    about: {
      medianRatio: "Die Hälfte der Verhältnisse von Schätzung zu tatsächlichem Wert liegt darüber",
      cod: "Streuungskoeffizient: durchschnittlicher Abstand der Verhältnisse von ihrem Median, in Prozent davon",
      prd: "Preisbezogene Differenz: über 1, wo teure Immobilien gegenüber günstigen unterbewertet sind",
      prb: "Preisbezogene Verzerrung: Änderung des Verhältnisses beim doppelten Wert, als Anteil",
    },
    verdicts: {
      passes: "erfüllt",
      fails: "nicht erfüllt",
      undecided: "unentschieden",
      "too few rows": "zu wenige Zeilen",
    },
    thirdsAxes: "Median von Schätzung durch tatsächlichen Wert. Strich: ein unverzerrtes Modell mit gleichem Rauschen.",
    thirdsTable: "Medianverhältnis nach Dritteln",
    rows: "Zeilen",
    medianRatio: "Medianverhältnis",
    unbiased: "Unverzerrtes Modell",
    estimateIsActual: "Schätzung = tatsächlicher Wert",
    table: "Verhältnisstudie",
    figure: "Kennzahl",
    measured: "Gemessen",
    accepted: "Zulässig",
    verdict: "Urteil",
    source: (unseen) =>
      `Zulässig: für ältere oder gemischte Häuser nach der International Association of Assessing Officers, Standard on Ratio Studies (2013), für Verkäufe, die bei der Bewertung nicht bekannt waren; hier: ${unseen}. Unter einem gemessenen Wert: sein 95-%-Konfidenzintervall. Unverzerrtes Modell: simuliert mit den Schätzungen und Fehlern dieses Modells, die Fehler zufällig gezogen; darunter die mittleren 95\u00a0% der Simulationen.`,
  },
});
