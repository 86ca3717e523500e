import { catalogue } from "@/lib/language/locale";
import type { ReactNode } from "react";

/** The comparison of models: its parts, and what each of them says. */
export const COMPARE_WORDS = catalogue({
  en: {
    title: "Compare",
    description: "Models that answer the same question, side by side.",
    faulty: (title: string) => `Error: ${title}`,
    pageTitle: (label: string) => `Compare: ${label}`,
    or: " or ",
    ofKnown: (titles: string) => `${titles}: which one is more accurate, by how much, and why.`,
    ofUnknown: (titles: string) => `${titles}: the estimate of each, and what is known of its accuracy.`,

    list: {
      alone: (title: string) => `There is no model to compare “${title}” with.`,
      which: "Which models do you want to compare?",
      nothing: "There is nothing to compare yet.",
      questions: "More than one model answers each of these questions.",
      conditions:
        "Models are compared when they were trained on the same table or name the same question. Each model here is the only one for its question.",
      all: "See all models",
    },
    question: (label: string) => `What is the ${label}?`,
    alone: {
      question: (one: string, other: string) => `“${one}” and “${other}” name different questions.`,
      table: (one: string, other: string) => `“${one}” and “${other}” were not trained on the same table.`,
      column: (one: string, other: string) => `“${one}” and “${other}” estimate different columns of their table.`,
      unit: (one: string, other: string) => `“${one}” and “${other}” estimate in different units.`,
      input: (one: string, other: string, label: string) =>
        `“${one}” and “${other}” define the input “${label}” differently.`,
    },
    champion: "The champion",
    challenger: "The challenger",

    head: (models: string) => `${models} models, 1 question`,
    whichIsBetter: "Which model is more accurate?",
    enter: "Enter your answers",
    change: "Change the answers",
    compare: (models: number, count: string) => (models === 2 ? "Compare both models" : `Compare all ${count} models`),
    answers: (example: boolean, models: number, count: string) =>
      `${example ? "One example" : "Your answers"}, ${models === 2 ? "both" : `all ${count}`} models`,

    models: "The models",
    better: (models: number): string => (models > 2 ? "the most accurate model" : "the more accurate model"),
    /** Behind a probability that another model exceeds, of the model that is more accurate. */
    thisCase: (models: number): string =>
      `(For this case; over all cases, this model is ${models > 2 ? "the most" : "more"} accurate.)`,
    trainedOn: (rows: string) => `Trained on ${rows}.`,
    measuredOn: (rows: string) => `Measured on ${rows}.`,
    unknownAccuracy: "Its accuracy is not known.",
    rows: ["row", "rows"],
    inputs: ["input", "inputs"],

    example: (inputs: string) => `This is a typical example: ${inputs}.`,
    entered: (inputs: string) => `You entered ${inputs}.`,
    enterOwn: "Enter your own",
    enterOther: "Change your answers",
    care: "Take this estimate with care",
    noEstimate: "No estimate",
    whyNot: "Why not",
    report: "Full report",

    terms: "Inputs and terms",
    onlyUses: (title: string, inputs: string) => `Only “${title}” uses ${inputs}.`,
    sameInputs: "All models use the same inputs.",
    ownTerms: "Terms that no other model has are highlighted below.",
    noTerms: "This model does not consist of terms with coefficients.",
    identity: (terms: string, target: string) => `A sum: each of ${terms} terms adds to the ${target}.`,
    log: (terms: string, target: string) => `A product: each of ${terms} terms multiplies the ${target}.`,
    log1p: (terms: string, target: string) => `A product: each of ${terms} terms multiplies 1 plus the ${target}.`,
    sqrt: (terms: string, target: string) =>
      `The square of a sum: each of ${terms} terms adds to the square root of the ${target}.`,
  },
  de: {
    title: "Vergleichen",
    description: "Modelle, die dieselbe Frage beantworten, nebeneinander.",
    faulty: (title) => `Fehler: ${title}`,
    pageTitle: (label) => `Vergleich: ${label}`,
    or: " oder ",
    ofKnown: (titles) => `${titles}: welches Modell genauer ist, um wie viel und warum.`,
    ofUnknown: (titles) => `${titles}: was jedes Modell schätzt und was über seine Genauigkeit bekannt ist.`,

    list: {
      alone: (title) => `Für „${title}“ gibt es kein Vergleichsmodell.`,
      which: "Welche Modelle möchten Sie vergleichen?",
      nothing: "Noch gibt es nichts zu vergleichen.",
      questions: "Jede dieser Fragen beantworten mehrere Modelle.",
      conditions:
        "Modelle lassen sich vergleichen, wenn sie mit derselben Tabelle trainiert sind oder dieselbe Frage nennen. Hier ist jedes Modell das einzige für seine Frage.",
      all: "Alle Modelle ansehen",
    },
    question: (label) => `Gesucht: ${label}`,
    alone: {
      question: (one, other) => `„${one}“ und „${other}“ nennen verschiedene Fragen.`,
      table: (one, other) => `„${one}“ und „${other}“ sind nicht mit derselben Tabelle trainiert.`,
      column: (one, other) => `„${one}“ und „${other}“ schätzen verschiedene Spalten ihrer Tabelle.`,
      unit: (one, other) => `„${one}“ und „${other}“ schätzen in verschiedenen Einheiten.`,
      input: (one, other, label) => `„${one}“ und „${other}“ definieren eine Eingabe verschieden: ${label}.`,
    },
    champion: "Champion",
    challenger: "Challenger",

    head: (models) => `${models} Modelle, 1 Frage`,
    whichIsBetter: "Welches Modell ist genauer?",
    enter: "Ihre Angaben",
    change: "Angaben ändern",
    compare: (models, count) => (models === 2 ? "Beide Modelle vergleichen" : `Alle ${count} Modelle vergleichen`),
    answers: (example, models, count) =>
      `${example ? "Ein Beispiel" : "Ihre Angaben"}, ${models === 2 ? "beide" : `alle ${count}`} Modelle`,

    models: "Die Modelle",
    better: (models) => (models > 2 ? "das genaueste Modell" : "das genauere Modell"),
    thisCase: (models) =>
      `(In diesem Fall; über alle Fälle ist dieses Modell ${models > 2 ? "am genauesten" : "genauer"}.)`,
    trainedOn: (rows) => `Mit ${rows} trainiert.`,
    measuredOn: (rows) => `An ${rows} gemessen.`,
    unknownAccuracy: "Genauigkeit nicht bekannt.",
    rows: ["Zeile", "Zeilen"],
    inputs: ["Eingabe", "Eingaben"],

    example: (inputs) => `Das Beispiel hat typische Angaben. ${inputs}.`,
    entered: (inputs) => `${inputs}.`,
    enterOwn: "Eigene Angaben machen",
    enterOther: "Angaben ändern",
    care: "Vorsicht mit dieser Schätzung",
    noEstimate: "Keine Schätzung",
    whyNot: "Warum nicht",
    report: "Vollständiger Bericht",

    terms: "Eingaben und Terme",
    onlyUses: (title, inputs) => `Nur „${title}“ verwendet: ${inputs}.`,
    sameInputs: "Alle Modelle verwenden dieselben Eingaben.",
    ownTerms: "Terme, die kein anderes Modell hat, sind unten hervorgehoben.",
    noTerms: "Dieses Modell besteht nicht aus Termen mit Koeffizienten.",
    identity: (terms, target) => `„${target}“ ist eine Summe aus ${terms} Termen.`,
    log: (terms, target) => `„${target}“ ist ein Produkt aus ${terms} Faktoren.`,
    log1p: (terms, target) => `1 plus „${target}“ ist ein Produkt aus ${terms} Faktoren.`,
    sqrt: (terms, target) => `„${target}“ ist das Quadrat einer Summe aus ${terms} Termen.`,
  },
});

/** Which model is more accurate. */
export const VERDICT_WORDS = catalogue({
  en: {
    notKnown: "Which model is more accurate is not known.",
    unknown: (titles: string, one: boolean) =>
      `The accuracy of ${titles} is not known: no rows with known outcomes came with ${one ? "it" : "them"}.`,
    none: "No model is clearly more accurate.",
    best: (name: ReactNode, models: number) => (
      <>
        Overall, {name} is {models > 2 ? "the most accurate" : "more accurate"}.
      </>
    ),
    half: (name: ReactNode, error: string, label: string) => (
      <>
        Half of the estimates of {name} are within {error} of the actual {label}.
      </>
    ),
    otherHalf: (name: ReactNode, error: string) => (
      <>
        For {name}, half are within {error}.
      </>
    ),
    closer: (rows: string, first: string, count: string, second: string, other: string) =>
      `Each of ${rows} was left out in turn and estimated by both models. “${first}” was closer to the actual value for ${count} of them, “${second}” for ${other}.`,
    ties: (rows: string) => `For ${rows}, both were equally close.`,
    rows: ["row", "rows"] as [string, string],
    chance: "Chance alone can explain this difference.",
    otherRows: "The models were not trained on the same rows, so the rows may explain some of the difference.",
  },
  de: {
    notKnown: "Welches Modell genauer ist, ist nicht bekannt.",
    unknown: (titles) =>
      `Die Genauigkeit ist nicht bekannt, weil keine Zeilen mit bekannten Ergebnissen vorliegen: ${titles}.`,
    none: "Kein Modell ist eindeutig genauer.",
    best: (name, models) => (
      <>
        Insgesamt ist {name} {models > 2 ? "am genauesten" : "genauer"}.
      </>
    ),
    half: (name, error) => (
      <>
        Die Hälfte der Schätzungen von {name} weicht um höchstens {error} vom tatsächlichen Wert ab.
      </>
    ),
    otherHalf: (name, error) => (
      <>
        Bei {name} weicht die Hälfte um höchstens {error} ab.
      </>
    ),
    closer: (rows, first, count, second, other) =>
      `Beide Modelle im Vergleich auf ${rows}, jede der Reihe nach ausgelassen und von beiden geschätzt: „${first}“ liegt ${count}-mal näher am tatsächlichen Wert, „${second}“ ${other}-mal.`,
    ties: (rows) => `Bei ${rows} sind beide gleich nah.`,
    rows: ["Zeile", "Zeilen"],
    chance: "Dieser Unterschied kann allein Zufall sein.",
    otherRows:
      "Die Modelle sind nicht mit denselben Zeilen trainiert. Ein Teil des Unterschieds kann deshalb an den Zeilen liegen.",
  },
});
