import { catalogue } from "@/lib/language/locale";

/** The accuracy of models, their ratio studies and their claims, side by side. */
export const COMPARED_ACCURACY_WORDS = catalogue({
  en: {
    title: "Accuracy",
    equal: "The models are equal in all of these figures.",
    best: (title: string, models: number) =>
      `“${title}” is ${models > 2 ? "the best" : "better"} in all of these figures.`,
    bestInSome: (title: string, models: number, count: string, figures: string) =>
      `“${title}” is ${models > 2 ? "the best" : "better"} in ${count} of these ${figures} figures.`,
    ownRows: (title: string) => `“${title}” was measured on its own rows; no row took part in its own estimate.`,
    sameRows: "All models were measured on the same rows; no row took part in its own estimate.",
    otherRows: "Each model was measured on its own rows; no row took part in its own estimate.",
    caption: "Accuracy of each model on rows that its fit has not seen",
    estimates: "Estimates",
    mean: "Guessing the average",
    meanNote: "Guessing the average: estimating the average of the other rows every time.",

    ratio: {
      title: "Ratio study",
      text: "Estimates for tax assessment must be right overall, consistent, and as accurate for high values as for low ones.",
      few: (titles: string, several: boolean) =>
        `${titles} ${several ? "have" : "has"} too few rows to pass or to fail.`,
      passes: (titles: string, several: boolean) => `${titles} ${several ? "do not" : "does not"} fail.`,
      fails: (titles: string, several: boolean, count: string, figures: string, list: string, alike: boolean) =>
        `${titles} ${several ? "fail" : "fails"} in ${count} of ${figures} figures (${list})${alike ? ", as would a model without bias and with errors of the same size" : ""}.`,
      unknown: (titles: string) => `${titles} cannot be tested without rows with known outcomes.`,
      caption: "Ratio study of each model",
      figure: "Estimate / actual value",
      accepted: (range: string) => `accepted: ${range}`,
      verdicts: { passes: "Passes", fails: "Fails", undecided: "Undecided", "too few rows": "Too few rows" },
    },

    ranges: {
      title: "Are the ranges calibrated?",
      text: "Ranges for 80% of cases should contain 8 out of 10 actual values. Line: claimed. Dot: measured. Band: expected from chance.",
    },
    chances: {
      title: "Are the probabilities calibrated?",
      text: (near: string) =>
        `Each estimate comes with the probability that it is within ${near} of the actual value. The rows that the fit has not seen are grouped by this probability. Line: claimed. Dot: measured. Band: expected from chance.`,
      ownTolerance: "the tolerance of the model",
    },
    fewRows: (rows: string) => `${rows} rows are too few to judge.`,
    all: "All claims agree with the data within sampling error.",
    noneOf: "No claim agrees with the data within sampling error.",
    some: (held: string, claims: string) => `${held} of ${claims} claims agree with the data within sampling error.`,
    noRows: "Not known, because no rows with known outcomes came with this model.",
  },
  de: {
    title: "Genauigkeit",
    equal: "Die Modelle sind in allen diesen Kennzahlen gleich.",
    best: (title, models) => `„${title}“ ist in allen diesen Kennzahlen ${models > 2 ? "am besten" : "besser"}.`,
    bestInSome: (title, models, count, figures) =>
      `„${title}“ ist in ${count} von ${figures} Kennzahlen ${models > 2 ? "am besten" : "besser"}.`,
    ownRows: (title) =>
      `„${title}“ ist an eigenen Zeilen gemessen; keine Zeile war an ihrer eigenen Schätzung beteiligt.`,
    sameRows: "Alle Modelle sind an denselben Zeilen gemessen; keine Zeile war an ihrer eigenen Schätzung beteiligt.",
    otherRows: "Jedes Modell ist an eigenen Zeilen gemessen; keine Zeile war an ihrer eigenen Schätzung beteiligt.",
    caption: "Genauigkeit jedes Modells bei Zeilen, die nicht im Training waren",
    estimates: "Schätzungen",
    mean: "Immer der Durchschnitt",
    meanNote: "Immer der Durchschnitt: jedes Mal den Durchschnitt der anderen Zeilen schätzen.",

    ratio: {
      title: "Verhältnisstudie",
      text: "Schätzungen für die Besteuerung müssen insgesamt stimmen, einheitlich sein und hohe Werte so genau treffen wie niedrige.",
      few: (titles) => `Zu wenige Zeilen für ein Urteil: ${titles}.`,
      passes: (titles, several) => `${titles} ${several ? "verfehlen" : "verfehlt"} die Norm in keiner Kennzahl.`,
      fails: (titles, several, count, figures, list, alike) =>
        `${titles} ${several ? "erfüllen" : "erfüllt"} die Norm in ${count} von ${figures} Kennzahlen nicht (${list})${alike ? "; ein unverzerrtes Modell mit gleich großen Fehlern erfüllt sie dort auch nicht" : ""}.`,
      unknown: (titles) => `Ohne Zeilen mit bekannten Ergebnissen nicht prüfbar: ${titles}.`,
      caption: "Verhältnisstudie jedes Modells",
      figure: "Schätzung / tatsächlicher Wert",
      accepted: (range) => `zulässig: ${range}`,
      verdicts: {
        passes: "Erfüllt",
        fails: "Nicht erfüllt",
        undecided: "Unentschieden",
        "too few rows": "Zu wenige Zeilen",
      },
    },

    ranges: {
      title: "Sind die Bereiche kalibriert?",
      text: "Bereiche für 80\u00a0% der Fälle sollten 8 von 10 tatsächlichen Werten enthalten. Linie: angegeben. Punkt: gemessen. Band: durch Zufall zu erwarten.",
    },
    chances: {
      title: "Sind die Wahrscheinlichkeiten kalibriert?",
      text: (near) =>
        `Zu jeder Schätzung gehört die Wahrscheinlichkeit, dass sie um höchstens ${near} vom tatsächlichen Wert abweicht. Die Zeilen, die nicht im Training waren, sind nach dieser Wahrscheinlichkeit gruppiert. Linie: angegeben. Punkt: gemessen. Band: durch Zufall zu erwarten.`,
      ownTolerance: "die Toleranz des Modells",
    },
    fewRows: (rows) => `${rows} Zeilen sind zu wenige für ein Urteil.`,
    all: "Alle angegebenen Werte stimmen im Rahmen des Stichprobenfehlers.",
    noneOf: "Keiner der angegebenen Werte stimmt im Rahmen des Stichprobenfehlers.",
    some: (held, claims) => `${held} von ${claims} angegebenen Werten stimmen im Rahmen des Stichprobenfehlers.`,
    noRows: "Nicht bekannt, weil zu diesem Modell keine Zeilen mit bekannten Ergebnissen vorliegen.",
  },
});
