import type { Problem } from "@/lib/judging/findings";
import type { GateCheck } from "@/lib/judging/gate";
import { catalogue } from "@/lib/language/locale";
import type { Refused } from "@/lib/service/publishing";
import type { VersionOrigin } from "@/lib/store/tables";
import type { ReactNode } from "react";

/** What a form can have done. */
export type Done = "promoted" | "proposed" | "back" | "confirmed" | "declined" | "withdrawn" | "deleted";

const capitalise = (text: string) => text.charAt(0).toUpperCase() + text.slice(1);

/** The page of the versions of a model. */
export const VERSION_WORDS = catalogue({
  en: {
    versions: "Versions",
    versionsOf: (title: string) => `Versions of ${title}`,
    published: "Published",
    auditLog: "Audit log of this model",
    deleteModel: "Delete this model",
    /** Who acts: the subject of a sentence, and behind what is done. */
    actor: { owner: "the owner", reviewer: "the reviewer", key: (name: string) => `the key ${name}` },
    by: {
      owner: "by the owner",
      reviewer: "by the reviewer",
      key: (name: string) => `by the key ${name}`,
      other: (name: string) => `by ${name}`,
    },

    // Which version answers.
    noneYet: "No version answers yet: promote one.",
    noneConfirmed: "No version answers yet: a proposed version waits for a second person.",
    noneProposed: "No version answers yet: propose one, and a second person confirms it.",
    answers: (version: string, actor: string, time: string) =>
      `Version ${version} answers. ${capitalise(actor)} made it the champion on ${time}.`,
    nobodyConfirms: "APPROVALS is 1 and nobody can confirm: set REVIEWER_PASSWORD.",
    ofFolder: "A folder in MODEL_DIR contains this model, so it is read-only here.",
    replace: (command: ReactNode): ReactNode => (
      <>
        To replace it, retrain it in its folder: {command}. To keep versions, promote and roll back here, publish it
        under another id.
      </>
    ),

    // A version in the list.
    alias: { champion: "champion", challenger: "challenger" },
    proposed: "proposed",
    staleProposal: "stale proposal",
    details: "Details",
    compare: "Compare with the champion",
    noAccuracy: "Accuracy not known: no rows came with this version.",
    half: (error: string) => `On left-out rows, half of the estimates are within ${error} of the actual value`,
    covered: (level: string, share: string) => `the ${level} ranges cover ${share} of actual values`,
    noProblems: "No problem found.",
    problem: "problem",
    problems: "problems",
    problemNames: {
      no_evidence: "accuracy not known",
      too_few_rows: "too few training rows",
      no_better_than_average: "no better than guessing the average",
      vertical_bias: "bias at low and high values",
      ratio_study: "not fair enough for tax assessment",
      ratio_standard: "fails the standard for tax assessment",
      coverage: "ranges not calibrated",
      calibration: "probabilities not calibrated",
      lack_of_fit: "a missed pattern",
      unequal_variance: "errors that vary in size",
      collinear_terms: "overlapping inputs",
      influential_row: "one row that changes the model",
    } satisfies Record<Problem["code"], string> as Record<Problem["code"], string>,
    fromFolder: "From a folder in MODEL_DIR.",
    origin: {
      files: (by: string, time: string) => `Published ${by} from files, ${time}.`,
      studio: (by: string, time: string) => `Published ${by} in the studio, ${time}.`,
      retrain: (by: string, time: string) => `Published ${by} after retraining, ${time}.`,
    } satisfies Record<VersionOrigin, unknown>,

    // Decisions.
    promote: "Promote",
    propose: "Propose as champion",
    cancel: "Cancel",
    notLoaded: (version: string) => `Version ${version} cannot be loaded, so it cannot answer.`,
    replaces: (version: string, champion: string, holds: boolean) =>
      `Version ${version} would replace ${champion}. ${holds ? "The gate is passed: all checks hold." : "The gate is not passed: a check fails."}`,
    firstChampion: (version: string) => `Version ${version} would be the first champion.`,
    proposeIt: "Propose it",
    makeChampion: "Make it the champion",
    promotePast: "Promote it although a check fails",
    proposePast: "Propose it although a check fails",
    afterConfirmation: "It answers once a second person confirms it.",
    checks: {
      golden: "Golden rows",
      accuracy: "Accuracy",
      coverage: "Coverage",
      outcomes: "Outcomes",
    } satisfies Record<GateCheck["check"], string> as Record<GateCheck["check"], string>,
    holds: ": holds",
    fails: ": fails",
    reason: "Reason",
    kept: "The audit log keeps it.",
    rollBackTo: (version: string) => `Roll back to ${version}`,
    rollBackWording: "Roll back to the previous wording",
    backAtOnce: "The previous champion answers again, on every instance within 2 seconds.",
    backAlone: "No second person needs to confirm this: the version was the champion before.",
    rollBack: "Roll back",

    // Proposals.
    waits: "Waits for a second person",
    proposes: (actor: string, version: ReactNode, before: string | null): ReactNode => (
      <>
        {capitalise(actor)} proposes version {version}{" "}
        {before === null ? "as the first champion" : `as champion in place of ${before}`}.
      </>
    ),
    pastGate: (actor: string) => `A check fails, and ${actor} proposes the version all the same.`,
    stale: "This proposal is stale: the champion has changed since. Decline it, or propose the version again.",
    notLoadable: "This version cannot be loaded.",
    confirm: "Confirm: make it the champion",
    confirmPast: "Confirm it although a check fails",
    decline: "Decline",
    withdraw: "Withdraw the proposal",
    byReviewer: "A reviewer confirms or declines it on this page, or with an API key.",

    // Deletion.
    deleteTheModel: "Delete this model",
    deleteVersion: (version: string) => `Delete version ${version}`,
    deletesModel: (title: string) =>
      `${title} stops answering at once, and all its versions are deleted. This cannot be undone.`,
    deletesVersion: "This cannot be undone. The champion goes on answering.",
    modelGoes:
      "The predictions, outcomes, alerts and training rows of all versions are deleted too. Receipts of their estimates become invalid.",
    versionGoes:
      "The predictions, outcomes, alerts and training rows of this version are deleted too. Receipts of its estimates become invalid.",
    delete: "Delete",
    deleteId: (id: string) => `Delete ${id}`,
    deleteIt: "Delete the version",
    keep: "Keep it",

    // What became of a form.
    done: {
      promoted: (version: string) => `Version ${version} is the champion now.`,
      proposed: (version: string) => `Version ${version} is proposed as champion and waits for a second person.`,
      back: (version: string) => `Version ${version} is the champion again.`,
      confirmed: (version: string) => `Version ${version} is confirmed: it is the champion now.`,
      declined: (version: string) => `Version ${version} is declined: the champion stays.`,
      withdrawn: (version: string) => `The proposal of version ${version} is withdrawn: the champion stays.`,
      deleted: () => "The version is deleted, with its predictions, outcomes and training rows.",
    } satisfies Record<Done, unknown>,
    fault: {
      invalid: (longest: string) => `Give a reason of 1 to ${longest} characters.`,
      unknown: () => "Nothing was changed: that version or proposal no longer exists.",
      taken: () => "Nothing was changed: that version is the champion, which cannot be deleted alone.",
      stale: () => "Nothing was changed: the champion has changed since you opened the page.",
      gate: () => "Nothing was changed: the version does not pass the gate.",
      idle: () => "Nothing was changed: it was done already, or there is nothing to do.",
      self: () => "Nothing was changed: a second person must confirm the proposal.",
    } satisfies Record<Refused["refused"], unknown>,
    folderHasName: "Nothing was changed: a folder in MODEL_DIR has this name.",
    decideAgain: "Look at it, then decide again.",
  },
  de: {
    versions: "Versionen",
    versionsOf: (title) => `Versionen: ${title}`,
    published: "Veröffentlicht",
    auditLog: "Audit-Log dieses Modells",
    deleteModel: "Dieses Modell löschen",
    actor: { owner: "der Betreiber", reviewer: "der Prüfer", key: (name) => `der Schlüssel ${name}` },
    by: {
      owner: "vom Betreiber",
      reviewer: "vom Prüfer",
      key: (name) => `vom Schlüssel ${name}`,
      other: (name) => `von ${name}`,
    },

    noneYet: "Noch antwortet keine Version. Machen Sie eine zum Champion.",
    noneConfirmed: "Noch antwortet keine Version: Eine vorgeschlagene wartet auf eine zweite Person.",
    noneProposed: "Noch antwortet keine Version: Schlagen Sie eine vor, und eine zweite Person bestätigt sie.",
    answers: (version, actor, time) =>
      `Version ${version} antwortet. Zum Champion gemacht hat sie ${actor} am ${time}.`,
    nobodyConfirms: "APPROVALS ist 1, aber niemand kann bestätigen: Setzen Sie REVIEWER_PASSWORD.",
    ofFolder: "Dieses Modell liegt in einem Ordner von MODEL_DIR und ist deshalb hier schreibgeschützt.",
    replace: (command) => (
      <>
        Um es zu ersetzen, trainieren Sie es in seinem Ordner neu: {command}. Um hier Versionen zu verwalten,
        veröffentlichen Sie es unter einer anderen ID.
      </>
    ),

    alias: { champion: "Champion", challenger: "Challenger" },
    proposed: "vorgeschlagen",
    staleProposal: "veralteter Vorschlag",
    details: "Details",
    compare: "Mit dem Champion vergleichen",
    noAccuracy: "Genauigkeit nicht bekannt: Zu dieser Version gibt es keine Zeilen.",
    half: (error) =>
      `Auf ausgelassenen Zeilen weicht die Hälfte der Schätzungen um höchstens ${error} vom tatsächlichen Wert ab`,
    covered: (level, share) => `die Bereiche (${level}) enthalten ${share} der tatsächlichen Werte`,
    noProblems: "Kein Problem gefunden.",
    problem: "Problem",
    problems: "Probleme",
    problemNames: {
      no_evidence: "Genauigkeit nicht bekannt",
      too_few_rows: "zu wenige Trainingszeilen",
      no_better_than_average: "nicht besser, als den Durchschnitt zu raten",
      vertical_bias: "Verzerrung bei niedrigen und hohen Werten",
      ratio_study: "für die steuerliche Bewertung nicht fair genug",
      ratio_standard: "Norm für die steuerliche Bewertung nicht erfüllt",
      coverage: "Bereiche nicht kalibriert",
      calibration: "Wahrscheinlichkeiten nicht kalibriert",
      lack_of_fit: "ein unerkanntes Muster",
      unequal_variance: "verschieden große Fehler",
      collinear_terms: "überschneidende Eingaben",
      influential_row: "eine Zeile, die das Modell verändert",
    },
    fromFolder: "Aus einem Ordner von MODEL_DIR.",
    origin: {
      files: (by, time) => `Veröffentlicht ${by} aus Dateien, ${time}.`,
      studio: (by, time) => `Veröffentlicht ${by} im Studio, ${time}.`,
      retrain: (by, time) => `Veröffentlicht ${by} nach neuem Training, ${time}.`,
    },

    promote: "Zum Champion machen",
    propose: "Als Champion vorschlagen",
    cancel: "Abbrechen",
    notLoaded: (version) => `Version ${version} lässt sich nicht laden und kann deshalb nicht antworten.`,
    replaces: (version, champion, holds) =>
      `Version ${version} würde ${champion} ersetzen. ${holds ? "Alle Prüfungen sind bestanden." : "Nicht alle Prüfungen sind bestanden."}`,
    firstChampion: (version) => `Version ${version} wäre der erste Champion.`,
    proposeIt: "Vorschlagen",
    makeChampion: "Zum Champion machen",
    promotePast: "Trotz nicht bestandener Prüfung zum Champion machen",
    proposePast: "Trotz nicht bestandener Prüfung vorschlagen",
    afterConfirmation: "Die Version antwortet, sobald eine zweite Person sie bestätigt.",
    checks: {
      golden: "Prüfzeilen",
      accuracy: "Genauigkeit",
      coverage: "Abdeckung",
      outcomes: "Ergebnisse",
    },
    holds: ": bestanden",
    fails: ": nicht bestanden",
    reason: "Begründung",
    kept: "Sie bleibt im Audit-Log.",
    rollBackTo: (version) => `Zurück zu ${version}`,
    rollBackWording: "Zurück zu den vorigen Texten",
    backAtOnce: "Der vorige Champion antwortet wieder, auf jeder Instanz innerhalb von 2 Sekunden.",
    backAlone: "Eine zweite Person muss das nicht bestätigen: Diese Version war schon Champion.",
    rollBack: "Zurückkehren",

    waits: "Wartet auf eine zweite Person",
    proposes: (actor, version, before) => (
      <>
        {capitalise(actor)} schlägt Version {version}{" "}
        {before === null ? "als ersten Champion" : `als Champion anstelle von ${before}`} vor.
      </>
    ),
    pastGate: (actor) => `Nicht alle Prüfungen sind bestanden; ${actor} schlägt die Version trotzdem vor.`,
    stale:
      "Dieser Vorschlag ist veraltet: Der Champion hat inzwischen gewechselt. Lehnen Sie ihn ab, oder schlagen Sie die Version erneut vor.",
    notLoadable: "Diese Version lässt sich nicht laden.",
    confirm: "Bestätigen: zum Champion machen",
    confirmPast: "Trotz nicht bestandener Prüfung bestätigen",
    decline: "Ablehnen",
    withdraw: "Vorschlag zurückziehen",
    byReviewer: "Ein Prüfer bestätigt oder lehnt ab, auf dieser Seite oder mit einem API-Schlüssel.",

    deleteTheModel: "Dieses Modell löschen",
    deleteVersion: (version) => `Version ${version} löschen`,
    deletesModel: (title) =>
      `${title}: Das Modell antwortet sofort nicht mehr, alle Versionen werden gelöscht. Das lässt sich nicht rückgängig machen.`,
    deletesVersion: "Das lässt sich nicht rückgängig machen. Der Champion antwortet weiter.",
    modelGoes:
      "Auch Vorhersagen, Ergebnisse, Alarme und Trainingszeilen aller Versionen werden gelöscht. Belege ihrer Schätzungen werden ungültig.",
    versionGoes:
      "Auch Vorhersagen, Ergebnisse, Alarme und Trainingszeilen dieser Version werden gelöscht. Belege ihrer Schätzungen werden ungültig.",
    delete: "Löschen",
    deleteId: (id) => `${id} löschen`,
    deleteIt: "Version löschen",
    keep: "Behalten",

    done: {
      promoted: (version) => `Version ${version} ist jetzt der Champion.`,
      proposed: (version) => `Version ${version} ist als Champion vorgeschlagen und wartet auf eine zweite Person.`,
      back: (version) => `Version ${version} ist wieder der Champion.`,
      confirmed: (version) => `Version ${version} ist bestätigt und jetzt der Champion.`,
      declined: (version) => `Version ${version} ist abgelehnt: Der Champion bleibt.`,
      withdrawn: (version) => `Der Vorschlag der Version ${version} ist zurückgezogen: Der Champion bleibt.`,
      deleted: () => "Die Version ist gelöscht, mit ihren Vorhersagen, Ergebnissen und Trainingszeilen.",
    },
    fault: {
      invalid: (longest) => `Geben Sie eine Begründung mit 1 bis ${longest} Zeichen an.`,
      unknown: () => "Nichts wurde geändert: Diese Version oder diesen Vorschlag gibt es nicht mehr.",
      taken: () => "Nichts wurde geändert: Diese Version ist der Champion und lässt sich nicht allein löschen.",
      stale: () => "Nichts wurde geändert: Der Champion hat gewechselt, seit Sie die Seite geöffnet haben.",
      gate: () => "Nichts wurde geändert: Die Version besteht nicht alle Prüfungen.",
      idle: () => "Nichts wurde geändert: Das ist schon geschehen, oder es gibt nichts zu tun.",
      self: () => "Nichts wurde geändert: Eine zweite Person muss den Vorschlag bestätigen.",
    },
    folderHasName: "Nichts wurde geändert: Ein Ordner in MODEL_DIR hat diesen Namen.",
    decideAgain: "Sehen Sie sich die Version an, und entscheiden Sie dann noch einmal.",
  },
});
