import { catalogue } from "@/lib/language/locale";
import { writerOf } from "@/lib/model/format";
import type { ReactNode } from "react";

/** The frame of the page, which is made on the server. */
export const PAGE_WORDS = catalogue({
  en: {
    title: "Turn a fitted model into a form and an API",
    description:
      "Read a fitted model (pickle, joblib, ONNX, PMML) in your browser without running it. See what is in it, and publish it.",
    lead: "Drop your model.pkl here, with its scaler and its list of columns if it has them. See what is in the file, name the inputs, and check the model against your notebook. Then download it as a form and an API.",
    studio: (studio: (text: string) => ReactNode) => (
      <>The owner of this server can publish a model directly in the {studio("studio")}.</>
    ),
    instead:
      "A script in your browser reads the file, so this page needs JavaScript. The commands under “From a terminal” below do the same without it.",
    /** That messages are in another language than the page; "" where they are not. */
    english: "",
    readable: "What can be read",
    formats: [
      "This page reads models whose estimate is a sum of coefficients times columns, and the steps before them in a pipeline.",
      "It reads pickle and joblib files of scikit-learn 0.18 and later (compressed too), skops, results of statsmodels, ONNX, PMML, a zipped MLflow folder, and coefficients as JSON or CSV.",
      "It refuses trees, forests, boosting and neural networks.",
    ],
    models: (count: number) => writerOf("en").count(count, "model of scikit-learn", "models of scikit-learn"),
    steps: (count: number) => writerOf("en").count(count, "step before a model", "steps before a model"),
    columns: ["Class", "What it does"],
    terminal: "From a terminal",
    commands:
      "Run these in the folder of Glasshouse. The first command shows what is in a file; the second publishes it. Like this page, they run nothing in the file and do not need Python.",
    sample: "Commands",
  },
  de: {
    title: "Aus einem trainierten Modell ein Formular und eine API machen",
    description:
      "Ein trainiertes Modell (Pickle, joblib, ONNX, PMML) im Browser lesen, ohne es auszuführen. Sehen, was darin ist, und es veröffentlichen.",
    lead: "Legen Sie hier Ihr model.pkl ab, mit Scaler und Spaltenliste, falls es sie gibt. Sehen Sie, was in der Datei ist, benennen Sie die Eingaben und vergleichen Sie das Modell mit Ihrem Notebook. Danach laden Sie es als Formular und API herunter.",
    studio: (studio) => <>Der Betreiber dieses Servers kann ein Modell direkt im {studio("Studio")} veröffentlichen.</>,
    instead:
      "Ein Skript in Ihrem Browser liest die Datei; deshalb braucht diese Seite JavaScript. Die Befehle unter „Im Terminal“ weiter unten leisten dasselbe ohne JavaScript.",
    english: "Meldungen zu Dateien, die sich nicht lesen lassen, und die Schritte eines Modells sind auf Englisch.",
    readable: "Was sich lesen lässt",
    formats: [
      "Diese Seite liest Modelle, deren Schätzung eine Summe aus Koeffizienten mal Spalten ist, und die Schritte davor in einer Pipeline.",
      "Sie liest Pickle- und joblib-Dateien von scikit-learn ab 0.18 (auch komprimiert), skops, Ergebnisse von statsmodels, ONNX, PMML, einen MLflow-Ordner als Zip-Archiv und Koeffizienten als JSON oder CSV.",
      "Bäume, Wälder, Boosting und neuronale Netze lehnt sie ab.",
    ],
    models: (count) => writerOf("de").count(count, "Modell von scikit-learn", "Modelle von scikit-learn"),
    steps: (count) => writerOf("de").count(count, "Schritt vor einem Modell", "Schritte vor einem Modell"),
    columns: ["Klasse", "Aufgabe"],
    terminal: "Im Terminal",
    commands:
      "Führen Sie diese Befehle im Ordner von Glasshouse aus. Der erste zeigt, was in einer Datei ist; der zweite veröffentlicht sie. Wie diese Seite führen sie nichts aus der Datei aus und brauchen kein Python.",
    sample: "Befehle",
  },
});
