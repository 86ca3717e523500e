import { catalogue } from "../../language/locale";
import { elsewhere, MOST_DRAFTS, TOO_MANY_DRAFTS } from "./refusal";

/** Why a model cannot be retrained: the API and the command say it in English, pages in the language of the reader. */
export const RETRAIN_WORDS = catalogue({
  en: {
    noOutcomes: "no outcome has been reported since the model was trained, so there is no row to add",
    tooManyDrafts: TOO_MANY_DRAFTS,
    noThread: elsewhere().detail,
    fittedElsewhere: "it was fitted elsewhere; fit it there again, and publish the new file",
    rowsNotStored: (version: string) =>
      `the rows that version ${version} was trained on are not in the store, because it was published without them; make the model in the studio, from its table`,
    tableMissing: (file: string) => `the table that it was trained on, ${file}, is not in its folder`,
    onlyOwner: "only the owner can retrain a model, and you are logged in as the reviewer",
  },
  de: {
    noOutcomes: "Seit dem Training ist kein Ergebnis gemeldet, also gibt es keine Zeile zu ergänzen",
    tooManyDrafts: `Dieser Server speichert höchstens ${MOST_DRAFTS} Entwürfe; veröffentlichen oder löschen Sie einige im Studio und versuchen Sie es noch einmal`,
    noThread:
      "Auf diesem Server läuft nur Next, ohne Thread für das Training; starten Sie glasshouse serve, oder trainieren Sie mit glasshouse train und veröffentlichen Sie den Ordner mit glasshouse publish",
    fittedElsewhere: "Es wurde anderswo trainiert; trainieren Sie es dort neu und veröffentlichen Sie die neue Datei",
    rowsNotStored: (version) =>
      `Die Trainingszeilen der Version ${version} sind nicht gespeichert, weil sie ohne Zeilen veröffentlicht wurde; erstellen Sie das Modell im Studio aus seiner Tabelle`,
    tableMissing: (file) => `Die Tabelle mit den Trainingszeilen, ${file}, fehlt im Ordner des Modells`,
    onlyOwner: "Nur der Betreiber kann ein Modell neu trainieren, und Sie sind als Prüfer angemeldet",
  },
});
