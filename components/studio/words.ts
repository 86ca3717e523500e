import { catalogue } from "@/lib/language/locale";

/** What all parts of the studio use. */
export const STUDIO_WORDS = catalogue({
  en: {
    studio: "Studio",
    status: { reading: "Reading", training: "Training", ready: "Ready", failed: "Failed" },
    madeBy: (owner: string, changed: string) => `Made by ${owner}, changed on ${changed} UTC.`,
    versions: "Versions",
    keep: "Keep it",
    id: "Id",
    idHint: "The model’s name in web addresses: small letters, digits and hyphens",
    idFault: "write the id in small letters, digits and hyphens, beginning with a letter",
    // Why something was not done.
    login: "Your login has expired.",
    loginAgain: "Log in again in a new tab",
    thenBack: ", then come back and try again.",
    away: "The server did not answer. Try again.",
    noDraft: "There is no draft at this address: it was published or deleted, or the address is cut short.",
    refused: {
      taken: "A folder in MODEL_DIR has this name, so it is read-only. Use another id.",
      stale:
        "Somebody has changed this since you opened the page. Nothing was changed. Reload the page, then try again.",
      gate: "The version fails a check: golden rows, accuracy, coverage or outcomes.",
      idle: "Nothing was changed: this version is published or proposed already.",
      self: "A second person must confirm this.",
      busy: "Wait until the draft is ready.",
      full: "This server has as many drafts as it keeps. Publish or delete some, then try again.",
    },
    elsewhere: "This server does not train models: it runs Next alone. Start it with ",
  },
  de: {
    studio: "Studio",
    status: { reading: "Wird gelesen", training: "Wird trainiert", ready: "Bereit", failed: "Fehlgeschlagen" },
    madeBy: (owner, changed) => `Angelegt ${owner}, geändert am ${changed} UTC.`,
    versions: "Versionen",
    keep: "Behalten",
    id: "ID",
    idHint: "Der Name des Modells in Webadressen: Kleinbuchstaben, Ziffern und Bindestriche",
    idFault: "schreiben Sie die ID mit Kleinbuchstaben, Ziffern und Bindestrichen, beginnend mit einem Buchstaben",
    login: "Ihre Anmeldung ist abgelaufen.",
    loginAgain: "In einem neuen Tab anmelden",
    thenBack: " und dann hier noch einmal versuchen.",
    away: "Der Server hat nicht geantwortet. Versuchen Sie es noch einmal.",
    noDraft:
      "Unter dieser Adresse gibt es keinen Entwurf: Er ist veröffentlicht oder gelöscht, oder die Adresse ist unvollständig.",
    refused: {
      taken: "Ein Ordner in MODEL_DIR hat diesen Namen, er ist schreibgeschützt. Wählen Sie eine andere ID.",
      stale:
        "Seit Sie die Seite geöffnet haben, hat jemand etwas geändert. Nichts wurde geändert. Laden Sie die Seite neu, und versuchen Sie es noch einmal.",
      gate: "Die Version besteht eine Prüfung nicht: Prüfzeilen, Genauigkeit, Abdeckung oder Ergebnisse.",
      idle: "Nichts wurde geändert: Diese Version ist schon veröffentlicht oder vorgeschlagen.",
      self: "Das muss eine zweite Person bestätigen.",
      busy: "Warten Sie, bis der Entwurf bereit ist.",
      full: "Der Server hat so viele Entwürfe, wie er behält. Veröffentlichen oder löschen Sie einige, und versuchen Sie es noch einmal.",
    },
    elsewhere: "Dieser Server trainiert keine Modelle: Er betreibt nur Next. Starten Sie ihn mit ",
  },
});
