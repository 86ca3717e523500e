import { catalogue } from "@/lib/language/locale";
import type { ReactNode } from "react";

/** Makes an element of a text. */
type Wrap = (text: string) => ReactNode;

/** The first page of a server without a model. */
export const NO_MODEL_WORDS = catalogue({
  en: {
    waiting: (link: Wrap): ReactNode => (
      <>
        No model is available at the moment. The log and, for the owner, the {link("pipeline")} give the reason and the
        command to run.
      </>
    ),
    none: (code: Wrap): ReactNode => (
      <>
        No model is published yet. Create a folder in the folder of models, {code("model")} unless MODEL_DIR is set. Put
        a table into it as {code("training.csv")} and a description as {code("model.json")}; then train it. It is
        published within two seconds.
      </>
    ),
    fitted: (link: Wrap): ReactNode => <>Or {link("publish a fitted model")}.</>,
  },
  de: {
    waiting: (link) => (
      <>
        Zurzeit ist kein Modell verfügbar. Den Grund und den nötigen Befehl nennen das Protokoll und, für Betreiber, die{" "}
        {link("Pipeline")}.
      </>
    ),
    none: (code) => (
      <>
        Noch ist kein Modell veröffentlicht. Legen Sie im Ordner der Modelle ({code("model")}, wenn MODEL_DIR nicht
        gesetzt ist) einen Ordner an, mit einer Tabelle als {code("training.csv")} und einer Beschreibung als{" "}
        {code("model.json")}; trainieren Sie dann das Modell. Innerhalb von zwei Sekunden ist es veröffentlicht.
      </>
    ),
    fitted: (link) => <>Oder {link("veröffentlichen Sie ein trainiertes Modell")}.</>,
  },
});
