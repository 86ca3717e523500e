import { catalogue } from "@/lib/language/locale";
import type { ReactNode } from "react";

/** Makes an element of a text. */
type Wrap = (text: string) => ReactNode;

/** What to do next, for each kind of reader. */
export const WAYS_WORDS = catalogue({
  en: {
    heading: "Three ways to use Glasshouse",
    people: "For people",
    file: (link: Wrap): ReactNode => (
      <>
        Press the button to see the reasons and to share the estimate. For many rows, {link("estimate from a CSV file")}
        .
      </>
    ),
    developers: "For developers",
    call: "The same estimate in one request.",
    samples: "More samples",
    reference: "API reference",
    copy: "Copy",
    owners: "For owners of a model",
    studio: (link: Wrap): ReactNode => <>Publish yours in the {link("studio")}, from a table or a fitted model.</>,
    publish: (command: ReactNode, link: Wrap): ReactNode => (
      <>
        Publish yours: {command} in the folder of Glasshouse, or {link("import a fitted model")}.
      </>
    ),
    login: (link: Wrap): ReactNode => <>The owner of this server can also {link("log in and use the studio")}.</>,
  },
  de: {
    heading: "Drei Wege, Glasshouse zu nutzen",
    people: "Für alle",
    file: (link) => (
      <>
        Klicken Sie auf die Schaltfläche, um die Gründe zu sehen und die Schätzung zu teilen. Für viele Zeilen:{" "}
        {link("aus einer CSV-Datei schätzen")}.
      </>
    ),
    developers: "Für Entwickler",
    call: "Dieselbe Schätzung in einer Anfrage.",
    samples: "Weitere Beispiele",
    reference: "API-Referenz",
    copy: "Kopieren",
    owners: "Für Betreiber von Modellen",
    studio: (link) => (
      <>Veröffentlichen Sie Ihr Modell im {link("Studio")}, aus einer Tabelle oder als trainiertes Modell.</>
    ),
    publish: (command, link) => (
      <>
        Veröffentlichen Sie Ihr Modell: {command} im Ordner von Glasshouse, oder{" "}
        {link("importieren Sie ein trainiertes Modell")}.
      </>
    ),
    login: (link) => <>Der Betreiber dieses Servers kann sich auch {link("anmelden und das Studio verwenden")}.</>,
  },
});
