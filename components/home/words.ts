import { catalogue } from "@/lib/language/locale";

/** The first page. */
export const HOME_WORDS = catalogue({
  en: {
    heading: "An estimate you can check: the number, its range, and the reasons.",
    theModel: "The model",
    allModels: "All models",
    accuracy: "Accuracy",
    fromFile: "From a CSV file",
    api: "API",
    compare: (models: string) => `Compare ${models}`,
    compareMany: (models: string, what: string) => `Compare ${models} models of the ${what}`,
  },
  de: {
    heading: "Eine Schätzung, die Sie prüfen können: die Zahl, ihr Bereich und die Gründe.",
    theModel: "Das Modell",
    allModels: "Alle Modelle",
    accuracy: "Genauigkeit",
    fromFile: "Aus einer CSV-Datei",
    api: "API",
    compare: (models) => `${models} vergleichen`,
    compareMany: (models, what) => `${models} Modelle vergleichen: ${what}`,
  },
});
