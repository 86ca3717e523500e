import { catalogue } from "@/lib/language/locale";
import type { ReactNode } from "react";

type Code = (text: string) => ReactNode;

/** The model as a folder to download. */
export const PUBLISH_WORDS = catalogue({
  en: {
    title: "Publish it",
    notServed: (reason: ReactNode) => <>The model cannot be served: {reason}.</>,
    before: "Before you can publish it:",
    unreadTable: "The CSV file of golden rows cannot be read, so they are not compared.",
    mend: "Correct it above, or leave it out.",
    download: "Download the model",
    contents: (file: string, size: string) => `${file}, ${size}: model.json and artifact.json`,
    unchecked: "You have not compared a golden row, so it is not known whether the estimates agree with your notebook.",
    steps: (id: string, code: Code) => [
      <>
        Unzip it in the folder of models, which is {code("model")} unless {code("MODEL_DIR")} names another:{" "}
        {code(`unzip ${id}.zip -d model`)}
      </>,
      <>A running server loads it within 2 seconds; {code("npm start")} starts one.</>,
      <>
        The form is at {code(`/models/${id}`)}, the API at {code(`/api/models/${id}/predict`)}.
      </>,
    ],
    later: "To add to model.json later",
    range: "Give its estimates a range",
    rangeHow: (code: Code) => (
      <>
        Only rows with known outcomes show how accurate the estimates are. Add {code("--table new-rows.csv")} to the
        command below, a CSV file of rows that are not in the training data: their errors give the ranges, the accuracy
        and the explanations. The training data itself gives the ranges of that fit.
      </>
    ),
    command: "The same, in the folder of Glasshouse",
  },
  de: {
    title: "Veröffentlichen",
    notServed: (reason) => <>Das Modell lässt sich nicht bereitstellen: {reason}.</>,
    before: "Bevor Sie es veröffentlichen können:",
    unreadTable: "Die CSV-Datei der Prüfzeilen lässt sich nicht lesen, deshalb werden sie nicht verglichen.",
    mend: "Korrigieren Sie das oben oder lassen Sie es weg.",
    download: "Modell herunterladen",
    contents: (file, size) => `${file}, ${size}: model.json und artifact.json`,
    unchecked:
      "Sie haben keine Prüfzeile verglichen; ob die Schätzungen mit Ihrem Notebook übereinstimmen, ist also nicht bekannt.",
    steps: (id, code) => [
      <>
        Entpacken Sie es im Ordner der Modelle, also in {code("model")}, wenn {code("MODEL_DIR")} keinen anderen nennt:{" "}
        {code(`unzip ${id}.zip -d model`)}
      </>,
      <>Ein laufender Server lädt es innerhalb von 2 Sekunden; {code("npm start")} startet einen.</>,
      <>
        Das Formular ist unter {code(`/models/${id}`)}, die API unter {code(`/api/models/${id}/predict`)}.
      </>,
    ],
    later: "Später in model.json zu ergänzen",
    range: "Den Schätzungen einen Bereich geben",
    rangeHow: (code) => (
      <>
        Nur Zeilen mit bekannten Ergebnissen zeigen, wie genau die Schätzungen sind. Ergänzen Sie den Befehl unten um{" "}
        {code("--table new-rows.csv")}, eine CSV-Datei mit Zeilen, die nicht in den Trainingsdaten sind: Ihre Fehler
        ergeben die Bereiche, die Genauigkeit und die Erklärungen. Die Trainingsdaten selbst ergeben die Bereiche dieser
        Anpassung.
      </>
    ),
    command: "Dasselbe im Ordner von Glasshouse",
  },
});
