import { catalogue } from "@/lib/language/locale";
import type { AlertRule } from "@/lib/model/alert-rules";

/** A step: what to do, the text of the link to where, and what follows it. */
interface Step {
  before: string;
  link: string;
  after?: string;
}

interface AlertWords {
  meanings: Record<AlertRule["metric"], string>;
  retrain: Step;
  refit: Step;
  /** The same where only a lasting change makes it worth while. */
  retrainIfLasting: Step;
  refitIfLasting: Step;
  /** Where requests were refused: they have no outcomes to learn from. */
  widen: Step;
  widenElsewhere: Step;
  seeAccuracy: { before: string; link: (outcomes: string) => string };
  reportOutcomes: Step;
  seeChanged: Step;
  seeWorse: Step;
  seeGroups: Step;
  seeBeginning: Step;
  compareInputs: { before: string; drift: string; data: string };
  seeEnd: Step;
  seeAnswer: Step;
  seeKeys: Step;
}

/** What an open alert means, and what to do next. */
export const ALERT_WORDS = catalogue<AlertWords>({
  en: {
    meanings: {
      drift:
        "Requests of the last 30 days differ from the training data. Where they do, few training rows support the estimates, which may be less accurate than the model card claims.",
      accuracy:
        "Outcomes of the last 30 days are significantly further from the estimates than the model card claims. The ranges may also cover fewer outcomes than claimed.",
      refusals:
        "Many requests of the last 30 days got no estimate: their values were too far outside the training data, or the estimate was not plausible.",
      volume: "There were fewer requests in the last 30 days than the description of the model expects.",
    },
    retrain: {
      before: "Retrain the model with the reported outcomes: ",
      link: "retrain",
      after: ". You compare the new version before it is served.",
    },
    refit: { before: "Fit the model again on recent rows, and ", link: "import the new file" },
    retrainIfLasting: {
      before: "If the change will last, retrain the model with the reported outcomes: ",
      link: "retrain",
      after: ". You compare the new version before it is served.",
    },
    refitIfLasting: {
      before: "If the change will last, fit the model again on recent rows, and ",
      link: "import the new file",
    },
    widen: {
      before: "If such requests are valid, train the model on a table that has rows like them: ",
      link: "studio",
    },
    widenElsewhere: {
      before: "If such requests are valid, fit the model again with rows like them, and ",
      link: "import the new file",
    },
    seeAccuracy: {
      before: "Check whether the estimates are still accurate: ",
      link: (outcomes) => `accuracy on ${outcomes}`,
    },
    reportOutcomes: {
      before: "Report outcomes, which show whether the estimates are still accurate: ",
      link: "one at a time, or many as CSV",
    },
    seeChanged: {
      before: "See what changed: ",
      link: "inputs beside the training data",
      after: ". A caller that sends another unit also looks like drift.",
    },
    seeWorse: { before: "See which figures are worse, and since when: ", link: "accuracy against the model card" },
    seeGroups: { before: "See whether all estimates are affected or one group: ", link: "accuracy by group" },
    seeBeginning: { before: "See when it began: ", link: "requests by week" },
    compareInputs: {
      before: "Compare the requests with the training data: ",
      drift: "input drift",
      data: "training data",
    },
    seeEnd: { before: "See when they stopped: ", link: "requests by week" },
    seeAnswer: { before: "Check whether the model gives estimates: ", link: "get an estimate" },
    seeKeys: { before: "Check whether callers still have their keys: ", link: "keys and when they were last used" },
  },
  de: {
    meanings: {
      drift:
        "Anfragen der letzten 30 Tage weichen von den Trainingsdaten ab. Dort stützen sich Schätzungen auf wenige Trainingszeilen und können ungenauer sein, als die Modellkarte angibt.",
      accuracy:
        "Ergebnisse der letzten 30 Tage liegen signifikant weiter von den Schätzungen entfernt, als die Modellkarte angibt. Auch die Bereiche enthalten womöglich weniger Ergebnisse als angegeben.",
      refusals:
        "Viele Anfragen der letzten 30 Tage erhielten keine Schätzung: Ihre Werte lagen zu weit außerhalb der Trainingsdaten, oder die Schätzung war nicht plausibel.",
      volume: "In den letzten 30 Tagen gab es weniger Anfragen, als die Beschreibung des Modells erwarten lässt.",
    },
    retrain: {
      before: "Trainieren Sie das Modell mit den gemeldeten Ergebnissen neu: ",
      link: "neu trainieren",
      after: ". Sie vergleichen die neue Version, bevor sie zum Einsatz kommt.",
    },
    refit: {
      before: "Trainieren Sie das Modell mit aktuellen Zeilen neu und ",
      link: "importieren Sie die neue Datei",
    },
    retrainIfLasting: {
      before: "Wenn die Änderung von Dauer ist, trainieren Sie das Modell mit den gemeldeten Ergebnissen neu: ",
      link: "neu trainieren",
      after: ". Sie vergleichen die neue Version, bevor sie zum Einsatz kommt.",
    },
    refitIfLasting: {
      before: "Wenn die Änderung von Dauer ist, trainieren Sie das Modell mit aktuellen Zeilen neu und ",
      link: "importieren Sie die neue Datei",
    },
    widen: {
      before:
        "Wenn solche Anfragen gültig sind, trainieren Sie das Modell mit einer Tabelle, die ähnliche Zeilen enthält: ",
      link: "Studio",
    },
    widenElsewhere: {
      before: "Wenn solche Anfragen gültig sind, trainieren Sie das Modell mit ähnlichen Zeilen neu und ",
      link: "importieren Sie die neue Datei",
    },
    seeAccuracy: {
      before: "Prüfen Sie, ob die Schätzungen noch genau sind: ",
      link: (outcomes) => `Genauigkeit (${outcomes})`,
    },
    reportOutcomes: {
      before: "Melden Sie Ergebnisse, die zeigen, ob die Schätzungen noch genau sind: ",
      link: "einzeln oder viele als CSV",
    },
    seeChanged: {
      before: "Sehen Sie, was sich geändert hat: ",
      link: "Eingaben neben den Trainingsdaten",
      after: ". Auch eine andere Einheit in den Anfragen sieht wie Drift aus.",
    },
    seeWorse: {
      before: "Sehen Sie, welche Werte schlechter sind und seit wann: ",
      link: "Genauigkeit und Modellkarte",
    },
    seeGroups: {
      before: "Sehen Sie, ob alle Schätzungen betroffen sind oder eine Gruppe: ",
      link: "Genauigkeit nach Gruppen",
    },
    seeBeginning: { before: "Sehen Sie, wann es begann: ", link: "Anfragen je Woche" },
    compareInputs: {
      before: "Vergleichen Sie die Anfragen mit den Trainingsdaten: ",
      drift: "Eingabedrift",
      data: "Trainingsdaten",
    },
    seeEnd: { before: "Sehen Sie, wann sie aufhörten: ", link: "Anfragen je Woche" },
    seeAnswer: { before: "Prüfen Sie, ob das Modell Schätzungen abgibt: ", link: "Schätzung einholen" },
    seeKeys: {
      before: "Prüfen Sie, ob alle Anwendungen noch ihre Schlüssel haben: ",
      link: "Schlüssel und wann sie zuletzt benutzt wurden",
    },
  },
});
