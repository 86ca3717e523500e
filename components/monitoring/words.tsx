import { catalogue } from "@/lib/language/locale";
import type { ReactNode } from "react";

/** The fixed texts of the monitoring pages; the files of sentences have those that depend on a report. */
export const MONITORING_WORDS = catalogue({
  en: {
    monitoring: "Monitoring",
    titleOf: (model: string) => `Monitoring: ${model}`,
    period: "Period",
    days: (days: number) => `${days} days`,

    requests: "Requests",
    requestsOfEach: (period: Period) => `Requests by ${PERIOD_NAMES.en[period]}`,
    mostRequests: (period: Period, most: string) => `Requests by ${PERIOD_NAMES.en[period]}, at most ${most}.`,
    refusedInRust: "Red-brown: refused.",
    dashed: (period: Period) => `Dashed outline: a partial ${PERIOD_NAMES.en[period]}.`,
    partial: (period: Period) => `partial ${PERIOD_NAMES.en[period]}`,
    from: "From",
    refused: "Refused",
    warned: "With a warning",
    outcomes: "Outcomes",

    accuracyAgainstCard: "Accuracy against the model card",
    accuracy: "Accuracy",
    measuredAndClaimed: "Measured figures and the claims of the model card",
    measured: "Measured figures",
    figure: "Figure",
    now: "Now",
    claimed: "Claimed",
    verdict: "Verdict",
    brackets: "Brackets: 95% confidence intervals.",
    interval: (low: string, high: string) => `${low} to ${high}`,

    errorsOverTime: "Median error over time",
    dotAndLine: "Dot: measured. Line: 95% confidence interval.",
    ring: "Ring: a partial period.",
    medianError: "Median error",
    low: "Low",
    high: "High",
    claimedAt: (figure: string) => `claimed ${figure}`,
    fromDate: (date: string) => `from ${date}`,

    byGroup: "Accuracy by group",
    errorsOfGroups: "The median error of each group",
    group: "Group",

    drift: "Input drift",
    bars: (days: number) => `Wide bar: training. Thin green bar: last ${days} days.`,
    sharesOf: (label: string) => `${label}: shares`,
    sharesChart: (label: string) => `${label}: share of recent requests with each value`,
    values: "Values",
    trainingRows: "Training rows",
    testsOf: (label: string) => `${label}: tests`,
    test: "Test",
    compared: { mean: "mean", spread: "spread", shape: "shape", shares: "shares" },
    statistic: "Statistic",
    threshold: "Critical value",
    adjustedP: "p, adjusted",
    size: "Size",
    smallest: "Smallest that matters",
    numbers: (of: (text: string) => ReactNode, label: string): ReactNode => <>Numbers{of(` for ${label}`)}</>,
    otherInputs: (count: number) => `Other inputs (${count})`,
    allInputs: (count: number) => `All inputs and the estimate (${count})`,

    earlier: "Earlier versions",
    earlierMeans: (days: number, version: ReactNode): ReactNode => (
      <>
        These versions gave estimates in the last {days} days and are not served now. The rest of this page is about
        version {version}.
      </>
    ),
    notServedVersions: (model: string) => `Versions of ${model} that are not served now`,
    version: "Version",
    dates: (first: string, last: string) => `${first} to ${last}`,
    notServedModel: "This model is not served now. Its estimates and outcomes are kept.",

    retrain: "Retrain",
    retrainMeans:
      "Retraining makes a draft from the training rows and the outcomes reported since. You compare the draft with the version in use, which stays in use until you decide.",
    noRetraining: (why: string) => `This model cannot be retrained here: ${why}.`,

    getEstimate: (toForm: Link, toApi: Link): ReactNode => (
      <>
        {toForm("Get an estimate")}, or {toApi("call the API")}.
      </>
    ),
    outcomesShow: "Outcomes show how accurate a model is.",
    reportOutcomes: (call: ReactNode): ReactNode => (
      <>
        Report them in the form on the page of an estimate, or by {call} with the receipt of the estimate. The call also
        takes a CSV file of many receipts and outcomes.
      </>
    ),

    alerts: "Alerts",
    alertRules:
      "Alerts use the last 30 days, whatever period is shown. An alert about drift or accuracy opens at a difference that chance makes in at most 1 of 1,000 reports. It closes when hardly any difference is left. In simulations of a year of daily reports without drift, at most 10% of years have a drift alert.",
    newestFirst: "Alerts, the newest first",
    alert: "Alert",
    when: "When",
    what: "What",
    opened: "opened",
    closed: "closed",
    noOneNotified: (variable: ReactNode): ReactNode => (
      <>No one is notified. Set {variable} to an address that accepts a POST.</>
    ),
    whoIsNotified: "Who is notified, and how to verify it",
    notified: (variable: ReactNode): ReactNode => (
      <>{variable} is notified. Requests are signed by Standard Webhooks with this secret:</>
    ),
    noAlertPossible: "No alert about drift or accuracy can open: no training rows came with this model.",
  },
  de: {
    monitoring: "Monitoring",
    titleOf: (model) => `Monitoring: ${model}`,
    period: "Zeitraum",
    days: (days) => `${days} Tage`,

    requests: "Anfragen",
    requestsOfEach: (period) => `Anfragen je ${PERIOD_NAMES.de[period]}`,
    mostRequests: (period, most) => `Anfragen je ${PERIOD_NAMES.de[period]}, höchstens ${most}.`,
    refusedInRust: "Rotbraun: abgelehnt.",
    dashed: (period) => `Gestrichelter Rand: ${PARTIAL_PERIODS[period]}.`,
    partial: (period) => PARTIAL_PERIODS[period],
    from: "Ab",
    refused: "Abgelehnt",
    warned: "Mit Warnung",
    outcomes: "Ergebnisse",

    accuracyAgainstCard: "Genauigkeit und Modellkarte",
    accuracy: "Genauigkeit",
    measuredAndClaimed: "Gemessene Werte und die Angaben der Modellkarte",
    measured: "Gemessene Werte",
    figure: "Kennzahl",
    now: "Jetzt",
    claimed: "Angegeben",
    verdict: "Befund",
    brackets: "In Klammern: 95-%-Konfidenzintervalle.",
    interval: (low, high) => `${low} bis ${high}`,

    errorsOverTime: "Medianfehler im Zeitverlauf",
    dotAndLine: "Punkt: gemessen. Linie: 95-%-Konfidenzintervall.",
    ring: "Ring: unvollständiger Zeitraum.",
    medianError: "Medianfehler",
    low: "Untergrenze",
    high: "Obergrenze",
    claimedAt: (figure) => `angegeben: ${figure}`,
    fromDate: (date) => `ab ${date}`,

    byGroup: "Genauigkeit nach Gruppen",
    errorsOfGroups: "Der Medianfehler jeder Gruppe",
    group: "Gruppe",

    drift: "Eingabedrift",
    bars: (days) => `Breiter Balken: Training. Schmaler grüner Balken: letzte ${days} Tage.`,
    sharesOf: (label) => `${label}: Anteile`,
    sharesChart: (label) => `${label}: Anteil der aktuellen Anfragen je Wert`,
    values: "Werte",
    trainingRows: "Trainingszeilen",
    testsOf: (label) => `${label}: Tests`,
    test: "Test",
    compared: { mean: "Durchschnitt", spread: "Streuung", shape: "Form", shares: "Anteile" },
    statistic: "Statistik",
    threshold: "Kritischer Wert",
    adjustedP: "p, adjustiert",
    size: "Größe",
    smallest: "Von Bedeutung ab",
    numbers: (of, label) => <>Zahlen{of(`: ${label}`)}</>,
    otherInputs: (count) => `Übrige Eingaben (${count})`,
    allInputs: (count) => `Alle Eingaben und die Schätzung (${count})`,

    earlier: "Frühere Versionen",
    earlierMeans: (days, version) => (
      <>
        Diese Versionen haben in den letzten {days} Tagen Schätzungen abgegeben und sind jetzt nicht im Einsatz. Alles
        Übrige auf dieser Seite betrifft Version {version}.
      </>
    ),
    notServedVersions: (model) => `Versionen, die jetzt nicht im Einsatz sind: ${model}`,
    version: "Version",
    dates: (first, last) => `${first} bis ${last}`,
    notServedModel: "Dieses Modell ist jetzt nicht im Einsatz. Seine Schätzungen und Ergebnisse bleiben gespeichert.",

    retrain: "Neu trainieren",
    retrainMeans:
      "Aus den Trainingszeilen und den seither gemeldeten Ergebnissen entsteht ein Entwurf. Sie vergleichen ihn mit der Version im Einsatz; diese bleibt im Einsatz, bis Sie entscheiden.",
    noRetraining: (why) => `Dieses Modell lässt sich hier nicht neu trainieren: ${why}.`,

    getEstimate: (toForm, toApi) => (
      <>
        {toForm("Geben Sie einen Fall ein")}, oder {toApi("rufen Sie die API auf")}.
      </>
    ),
    outcomesShow: "Ergebnisse zeigen, wie genau ein Modell ist.",
    reportOutcomes: (call) => (
      <>
        Melden Sie sie im Formular auf der Seite einer Schätzung oder per {call} mit dem Beleg der Schätzung. Der Aufruf
        nimmt auch eine CSV-Datei mit vielen Belegen und Ergebnissen an.
      </>
    ),

    alerts: "Alarme",
    alertRules:
      "Alarme betreffen die letzten 30 Tage, unabhängig vom gezeigten Zeitraum. Ein Alarm zu Drift oder Genauigkeit wird ausgelöst, wenn ein Unterschied durch Zufall in höchstens 1 von 1.000 Berichten auftritt. Er endet, wenn kaum noch ein Unterschied übrig ist. Bei Simulationen eines Jahres mit täglichen Berichten ohne Drift gibt es in höchstens 10\u00a0% der Jahre einen Driftalarm.",
    newestFirst: "Alarme, die neuesten zuerst",
    alert: "Alarm",
    when: "Wann",
    what: "Was",
    opened: "ausgelöst",
    closed: "beendet",
    noOneNotified: (variable) => (
      <>Niemand wird benachrichtigt. Setzen Sie {variable} auf eine Adresse, die einen POST annimmt.</>
    ),
    whoIsNotified: "Wer benachrichtigt wird und wie sich das prüfen lässt",
    notified: (variable) => (
      <>{variable} wird benachrichtigt. Anfragen sind nach Standard Webhooks mit diesem Geheimnis signiert:</>
    ),
    noAlertPossible: "Zu Drift und Genauigkeit ist kein Alarm möglich: Zu diesem Modell gibt es keine Trainingszeilen.",
  },
});

export type Period = "week" | "month";

/** Makes a link of its text. */
type Link = (text: string) => ReactNode;

const PERIOD_NAMES = { en: { week: "week", month: "month" }, de: { week: "Woche", month: "Monat" } };
const PARTIAL_PERIODS = { week: "unvollständige Woche", month: "unvollständiger Monat" };
