import { catalogue } from "../../language/locale";
import { elsewhere, MOST_DRAFTS, TOO_MANY_DRAFTS } from "./refusal";

/**
 * Why a model cannot be retrained, and what to do next: the API and the command say it in English, pages in the language
 * of the reader.
 */
export const RETRAIN_WORDS = catalogue({
  en: {
    noOutcomes:
      "no outcome has been reported since the model was trained, so there is no row to add; report outcomes of its estimates, then retrain it",
    unreadable:
      "the training table cannot be read with the description of the model; compare the columns of the table with model.json",
    tooManyDrafts: TOO_MANY_DRAFTS,
    noThread: elsewhere().detail,
    fittedElsewhere: "it was fitted by another program; fit it there again, with new rows, and publish the new file",
    hasWeights:
      "its training rows have weights, and reported outcomes have none; add new rows with weights to its table, and train a model from that table",
    rowsNotStored: (version: string) =>
      `the rows that version ${version} was trained on are not in the store, because it was published without them; make the model in the studio from its table, and publish it under the same id`,
    tableMissing: (file: string) =>
      `the folder of the model has no training table, which a build does not include; copy ${file} into the folder, or retrain the model in the repository`,
    onlyOwner: "only the owner can retrain a model, and you are logged in as the reviewer; log in as the owner",
  },
  de: {
    noOutcomes:
      "Seit dem Training ist kein Ergebnis gemeldet, also gibt es keine Zeile zu ergänzen; melden Sie Ergebnisse zu seinen Schätzungen, und trainieren Sie es dann neu",
    unreadable:
      "Die Trainingstabelle lässt sich mit der Beschreibung des Modells nicht lesen; vergleichen Sie die Spalten der Tabelle mit model.json",
    tooManyDrafts: `Dieser Server speichert höchstens ${MOST_DRAFTS} Entwürfe; veröffentlichen oder löschen Sie einige im Studio und versuchen Sie es noch einmal`,
    noThread:
      "Auf diesem Server läuft nur Next, ohne Thread für das Training; starten Sie glasshouse serve, oder trainieren Sie mit glasshouse train und veröffentlichen Sie den Ordner mit glasshouse publish",
    fittedElsewhere:
      "Ein anderes Programm hat es trainiert; trainieren Sie es dort mit neuen Zeilen, und veröffentlichen Sie die neue Datei",
    hasWeights:
      "Seine Trainingszeilen haben Gewichte, gemeldete Ergebnisse nicht; ergänzen Sie in seiner Tabelle neue Zeilen mit Gewichten, und trainieren Sie damit ein Modell",
    rowsNotStored: (version) =>
      `Die Trainingszeilen der Version ${version} sind nicht gespeichert, weil sie ohne Zeilen veröffentlicht wurde; erstellen Sie das Modell im Studio aus seiner Tabelle, und veröffentlichen Sie es unter derselben ID`,
    tableMissing: (file) =>
      `Im Ordner des Modells fehlt die Trainingstabelle, die ein Build nicht enthält; kopieren Sie ${file} in den Ordner, oder trainieren Sie das Modell im Repository neu`,
    onlyOwner:
      "Nur der Betreiber kann ein Modell neu trainieren, und Sie sind als Prüfer angemeldet; melden Sie sich als Betreiber an",
  },
});
