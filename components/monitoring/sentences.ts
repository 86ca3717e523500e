import { asSentence } from "@/components/words";
import { measureName, writeMeasure } from "@/lib/judging/measure-words";
import { catalogue, type Locale } from "@/lib/language/locale";
import type { AlertRule } from "@/lib/model/alert-rules";
import { writerOf } from "@/lib/model/format";
import type { Claim, ClaimVerdict, DriftVerdict, FeatureDrift, MonitoringReport } from "@/lib/monitoring/report";
import { reportedInWords } from "@/lib/monitoring/reported";
import type { Standing } from "@/lib/store/alerts";

/** Every sentence of the monitoring pages that depends on what a report found. */

/** What is counted: one of it, several, and none. */
interface Noun {
  one: string;
  many: string;
  no: string;
}

const SENTENCES = catalogue({
  en: {
    request: { one: "request", many: "requests", no: "no requests" },
    outcome: { one: "outcome", many: "outcomes", no: "no outcomes" },
    reported: { one: "reported outcome", many: "reported outcomes", no: "no reported outcomes" },
    estimate: { one: "estimate", many: "estimates", no: "no estimates" },
    openAlert: { one: "open alert", many: "open alerts", no: "no open alerts" },

    noRequests: (days: number) => `No requests in the last ${days} days.`,
    onlyEarlier: (days: number) =>
      `No requests for this version in the last ${days} days; earlier versions gave estimates.`,
    volume: (requests: string, outcomes: string, days: number) =>
      `${requests} and ${outcomes} in the last ${days} days.`,
    none: "none",
    shares: (requests: string, refused: string, warned: string) =>
      `${requests}: ${refused} refused, ${warned} with a warning.`,

    tooEarlyForAccuracy: (outcomes: string) =>
      `It is too early to judge the accuracy: a verdict needs at least ${outcomes}.`,
    medianError: (outcomes: string, figure: string) => `The median error of ${outcomes} is ${figure}`,
    within10: (outcomes: string, figure: string) =>
      `The share of estimates within 10% of the outcome is ${figure} on ${outcomes}`,
    noClaim: "the model card claims no accuracy to compare it with.",
    tooEarlyToCompare: "it is too early to compare it with the model card.",
    othersWorse: "other figures are worse than claimed",
    finding: (verdict: string, measures: string, outcomes: string) =>
      `Significantly ${verdict}: ${measures}. Basis: ${outcomes}.`,
    noClaims: "No rows with known outcomes came with this model, so the model card claims no accuracy.",
    noOutcome: "No outcome is reported yet.",
    outcomesShow: "Reported outcomes show how accurate it is.",

    noGroups: "The model card makes no claims for groups: the model has too few training rows.",
    tooEarlyForGroups: "It is too early to judge any group.",
    noGroupWorse: "No group is significantly worse than the model card claims.",
    groupsWorse: (worse: number, groups: number) =>
      `The median error is worse than the model card claims in ${worse} of ${groups} groups.`,
    namedWorse: (groups: string) => `The median error is worse than the model card claims for ${groups}.`,

    driftUnknown: "Input drift is unknown: no training rows came with this model.",
    noDrift: "No input drift: recent inputs and estimates are like the training data.",
    tooEarlyForDrift: (estimates: string) =>
      `It is too early to judge input drift: a verdict needs at least ${estimates}.`,
    drift: (labels: string) => `Input drift: recent values of ${labels} differ from the training data.`,
    look: (share: string) =>
      `Without drift, at most ${share} of reports give the verdict “drift”. An alert needs stronger evidence.`,
    stabilityIndex: (figure: string) => `Stability index ${figure}.`,
    wasserstein: (figure: string) => `Wasserstein distance ${figure} standard deviations of the training data.`,

    noOpenAlerts: "No open alerts.",
    openAlertTitle: (about: string, model: string, date: string) =>
      `Open alert${model && ` of ${model}`}: ${about}, opened ${date}`,
    opened: (about: string, date: string) => `${about}, opened ${date}`,
    version: (version: string) => `Version ${version}`,
    earlierVersion: "An earlier version",

    metrics: {
      drift: "input drift",
      accuracy: "accuracy",
      refusals: "refused requests",
      volume: "few requests",
    } satisfies Record<AlertRule["metric"], string> as Record<AlertRule["metric"], string>,
    verdicts: {
      drift: "drift",
      "no drift": "no drift",
      "as claimed": "as claimed",
      "worse than claimed": "worse than claimed",
      "better than claimed": "better than claimed",
      "too few to tell": "too few to tell",
    } satisfies Record<ClaimVerdict | DriftVerdict, string> as Record<ClaimVerdict | DriftVerdict, string>,
  },
  de: {
    request: { one: "Anfrage", many: "Anfragen", no: "keine Anfragen" },
    outcome: { one: "Ergebnis", many: "Ergebnisse", no: "keine Ergebnisse" },
    reported: { one: "gemeldetes Ergebnis", many: "gemeldete Ergebnisse", no: "keine gemeldeten Ergebnisse" },
    estimate: { one: "Schätzung", many: "Schätzungen", no: "keine Schätzungen" },
    openAlert: { one: "offener Alarm", many: "offene Alarme", no: "keine offenen Alarme" },

    noRequests: (days) => `Keine Anfragen in den letzten ${days} Tagen.`,
    onlyEarlier: (days) =>
      `Keine Anfragen an diese Version in den letzten ${days} Tagen; frühere Versionen haben Schätzungen abgegeben.`,
    volume: (requests, outcomes, days) => `${requests} und ${outcomes} in den letzten ${days} Tagen.`,
    none: "keine",
    shares: (requests, refused, warned) => `${requests}: ${refused} abgelehnt, ${warned} mit Warnung.`,

    tooEarlyForAccuracy: (outcomes) =>
      `Für ein Urteil über die Genauigkeit ist es zu früh: Nötig sind mindestens ${outcomes}.`,
    medianError: (outcomes, figure) => `${outcomes}: Medianfehler ${figure}`,
    within10: (outcomes, figure) =>
      `${outcomes}: Anteil der Schätzungen, die höchstens 10\u00a0% vom Ergebnis abweichen, ${figure}`,
    noClaim: "die Modellkarte macht keine Angabe zur Genauigkeit, mit der sich das vergleichen lässt.",
    tooEarlyToCompare: "für einen Vergleich mit der Modellkarte ist es zu früh.",
    othersWorse: "andere Werte sind schlechter als angegeben",
    finding: (verdict, measures, outcomes) => `Signifikant ${verdict}: ${measures}. Grundlage: ${outcomes}.`,
    noClaims:
      "Zu diesem Modell gibt es keine Zeilen mit bekannten Ergebnissen, daher macht die Modellkarte keine Angabe zur Genauigkeit.",
    noOutcome: "Bisher ist kein Ergebnis gemeldet.",
    outcomesShow: "Gemeldete Ergebnisse zeigen, wie genau es ist.",

    noGroups: "Die Modellkarte macht keine Angaben zu Gruppen: Das Modell hat zu wenige Trainingszeilen.",
    tooEarlyForGroups: "Für ein Urteil über einzelne Gruppen ist es zu früh.",
    noGroupWorse: "Keine Gruppe ist signifikant schlechter, als die Modellkarte angibt.",
    groupsWorse: (worse, groups) =>
      `Der Medianfehler ist in ${worse} von ${groups} Gruppen schlechter, als die Modellkarte angibt.`,
    namedWorse: (groups) => `Der Medianfehler ist schlechter, als die Modellkarte angibt. Gruppen: ${groups}.`,

    driftUnknown: "Eingabedrift ist nicht bekannt: Zu diesem Modell gibt es keine Trainingszeilen.",
    noDrift: "Keine Eingabedrift: Aktuelle Eingaben und Schätzungen gleichen den Trainingsdaten.",
    tooEarlyForDrift: (estimates) =>
      `Für ein Urteil über Eingabedrift ist es zu früh: Nötig sind mindestens ${estimates}.`,
    drift: (labels) => `Eingabedrift: Aktuelle Werte weichen von den Trainingsdaten ab. Betroffen: ${labels}.`,
    look: (share) =>
      `Ohne Drift lautet der Befund in höchstens ${share} der Berichte „Drift“. Ein Alarm braucht stärkere Belege.`,
    stabilityIndex: (figure) => `Stabilitätsindex ${figure}.`,
    wasserstein: (figure) => `Wasserstein-Abstand: ${figure} Standardabweichungen der Trainingsdaten.`,

    noOpenAlerts: "Keine offenen Alarme.",
    openAlertTitle: (about, model, date) => `Offener Alarm${model && ` („${model}“)`}: ${about}, seit ${date}`,
    opened: (about, date) => `${about}, seit ${date}`,
    version: (version) => `Version ${version}`,
    earlierVersion: "Eine frühere Version",

    metrics: {
      drift: "Eingabedrift",
      accuracy: "Genauigkeit",
      refusals: "abgelehnte Anfragen",
      volume: "wenige Anfragen",
    },
    verdicts: {
      drift: "Drift",
      "no drift": "keine Drift",
      "as claimed": "wie angegeben",
      "worse than claimed": "schlechter als angegeben",
      "better than claimed": "besser als angegeben",
      "too few to tell": "zu wenige Daten",
    },
  },
});

export const PERIODS = [7, 30, 90];
/** With fewer requests, shares are given as counts. */
const FEWEST_FOR_SHARES = 50;
/** More groups than this are counted, not named. */
const MOST_NAMED = 4;

type Counted = {
  [Name in keyof (typeof SENTENCES)["en"]]: (typeof SENTENCES)["en"][Name] extends Noun ? Name : never;
}[keyof (typeof SENTENCES)["en"]];

/** "1 estimate", "412 estimates", "no outcomes". */
export function counted(locale: Locale, count: number, of: Counted): string {
  const rounded = Math.round(count);
  const { one, many, no } = SENTENCES[locale][of];
  return rounded === 0 ? no : writerOf(locale).count(rounded, one, many);
}

/** "412 requests and 37 reported outcomes in the last 30 days." */
export function volumeInWords(locale: Locale, { volume, earlier }: MonitoringReport, days: number): string {
  const words = SENTENCES[locale];
  if (volume.predictions > 0 || volume.outcomes > 0) return totalInWords(locale, [{ volume }], days);
  return (earlier.length > 0 ? words.onlyEarlier : words.noRequests)(days);
}

/** Of all models together: "412 requests and no reported outcomes in the last 30 days." */
export function totalInWords(
  locale: Locale,
  reports: readonly Pick<MonitoringReport, "volume">[],
  days: number,
): string {
  const total = (of: "predictions" | "outcomes") => reports.reduce((sum, { volume }) => sum + volume[of], 0);
  const requests = counted(locale, total("predictions"), "request");
  return capitalised(SENTENCES[locale].volume(requests, counted(locale, total("outcomes"), "reported"), days));
}

function capitalised(text: string): string {
  return text.charAt(0).toUpperCase() + text.slice(1);
}

/** "412 requests: 2% refused, none with a warning."; of few requests counts: "3 requests: 1 refused, …". */
export function sharesInWords(
  locale: Locale,
  { predictions, refusals, warned }: Pick<MonitoringReport["volume"], "predictions" | "refusals" | "warned">,
): string {
  const words = SENTENCES[locale];
  const write = writerOf(locale);
  const shares = predictions >= FEWEST_FOR_SHARES;
  const of = (count: number) =>
    count === 0 ? words.none : shares ? write.share(count / predictions) : write.quantity(Math.round(count));
  return capitalised(words.shares(counted(locale, predictions, "request"), of(refusals), of(warned)));
}

/** Whether the card claims any accuracy: it does not where no rows with known outcomes came with the model. */
export function hasClaims({ performance }: MonitoringReport): boolean {
  return performance.measures.some(({ claimed }) => claimed !== null);
}

/** Whether there are rows that inputs and estimates can drift away from. */
export function hasReference({ drift }: MonitoringReport): boolean {
  return drift.features[0]?.referenceRows !== 0;
}

/** The measure of the typical error: a share of the outcome, or in the target's unit where there are no shares. */
export function typicalErrorOf(measures: readonly Claim[]): Claim | undefined {
  return measures.find(({ measure }) => measure === "mdape" || measure === "mdae");
}

/** The median error, or the share within 10% where actual values of 0 leave no median error. */
function headline({ performance: { measures } }: MonitoringReport): Claim | undefined {
  const measured = measures.filter(({ now }) => now !== null);
  return typicalErrorOf(measured) ?? measured.find(({ measure }) => measure === "within10");
}

/**
 * "The median error of 40 reported outcomes (8% of 500 estimates) is 14%, as claimed (15%)."
 *
 * @param unit of the target, for errors that are given in it
 */
export function accuracyInWords(locale: Locale, report: MonitoringReport, unit?: string): string {
  const words = SENTENCES[locale];
  const { outcomes, fewest, reported, verdict } = report.performance;
  const claim = headline(report);
  if (outcomes < fewest || !claim) return words.tooEarlyForAccuracy(counted(locale, fewest, "outcome"));
  const write = (value: number) => writeMeasure(locale, claim.measure, value, unit);
  const sentence = claim.measure === "within10" ? words.within10 : words.medianError;
  const measured = sentence(reportedInWords(locale, reported), write(claim.now!.value));
  if (!hasClaims(report)) return `${measured}; ${words.noClaim}`;
  if (claim.verdict === "too few to tell") return `${measured}; ${words.tooEarlyToCompare}`;
  const claimed = claim.claimed ? ` (${write(claim.claimed.value)})` : "";
  const others = verdict === "worse than claimed" && claim.verdict !== verdict ? `; ${words.othersWorse}` : "";
  return `${measured}, ${words.verdicts[claim.verdict]}${claimed}${others}.`;
}

/** The finding on accuracy. Where figures differ, it names them; the table below has the figures. */
export function findingInWords(
  locale: Locale,
  { performance: { verdict, detail, measures, reported } }: MonitoringReport,
): string {
  if (verdict === "as claimed" || verdict === "too few to tell") return asSentence(detail);
  const words = SENTENCES[locale];
  const { list, inSentence } = writerOf(locale);
  const named = measures
    .filter((claim) => claim.verdict === verdict)
    .map(({ measure, label }) => inSentence(label || measureName(locale, measure)));
  return words.finding(words.verdicts[verdict], list(named), reportedInWords(locale, reported));
}

/** What verdicts on accuracy apply to: "The verdicts apply to reported outcomes only; …". */
export function selectionInWords({ performance: { reported } }: MonitoringReport): string {
  return asSentence(reported.detail);
}

/** Of a model whose card claims nothing. */
export function noClaimsInWords(locale: Locale, outcomes: number): string {
  const words = SENTENCES[locale];
  return `${words.noClaims} ${outcomes === 0 ? words.noOutcome : words.outcomesShow}`;
}

/**
 * "The median error is worse than the model card claims in 5 of 9 groups."
 *
 * @param judged how many groups have enough outcomes for a verdict
 */
export function groupsInWords(locale: Locale, worse: readonly string[], judged: number, groups: number): string {
  const words = SENTENCES[locale];
  if (groups === 0) return words.noGroups;
  if (judged === 0) return words.tooEarlyForGroups;
  if (worse.length === 0) return words.noGroupWorse;
  return worse.length > MOST_NAMED ? words.groupsWorse(worse.length, groups) : words.namedWorse(worse.join("; "));
}

/** "Input drift: recent values of lot area differ from the training data." */
export function driftInWords(locale: Locale, report: MonitoringReport): string {
  const words = SENTENCES[locale];
  const { list, inSentence } = writerOf(locale);
  const { drift } = report;
  if (!hasReference(report)) return words.driftUnknown;
  if (drift.verdict === "no drift") return words.noDrift;
  if (drift.verdict === "too few to tell") return words.tooEarlyForDrift(counted(locale, drift.fewest, "estimate"));
  const changed = drift.features.filter(({ verdict }) => verdict === "drift").map(({ label }) => inSentence(label));
  return words.drift(list(changed));
}

/** How often chance alone makes the verdict "drift". */
export function lookInWords(locale: Locale, { drift }: MonitoringReport): string {
  return SENTENCES[locale].look(writerOf(locale).share(drift.significance));
}

/** "Stability index 0.210. Wasserstein distance 0.440 standard deviations of the training data." */
export function figuresInWords(
  locale: Locale,
  { stabilityIndex, wasserstein }: Pick<FeatureDrift, "stabilityIndex" | "wasserstein">,
): string {
  const words = SENTENCES[locale];
  const written = (value: number) => writerOf(locale).quantity(value, undefined, 0.001);
  return [
    ...(stabilityIndex === null ? [] : [words.stabilityIndex(written(stabilityIndex))]),
    ...(wasserstein === null ? [] : [words.wasserstein(written(wasserstein))]),
  ].join(" ");
}

/** What an alert is about: "input drift", and the name of its rule where that says more. */
export function alertInWords(locale: Locale, { id, metric }: Pick<AlertRule, "id" | "metric">): string {
  const about = SENTENCES[locale].metrics[metric];
  return id === metric ? about : `${about} (${id})`;
}

/** "Open alert of house price: input drift, opened 29 Jun 2026". */
export function openAlertTitle(locale: Locale, about: string, since: number, model?: string): string {
  const write = writerOf(locale);
  return SENTENCES[locale].openAlertTitle(about, model ? write.inSentence(model) : "", write.day(since));
}

export function noOpenAlerts(locale: Locale): string {
  return SENTENCES[locale].noOpenAlerts;
}

/** "1 open alert: input drift, opened 29 Jun 2026." */
export function openAlertsInWords(locale: Locale, standing: Standing, rules: readonly AlertRule[]): string {
  const words = SENTENCES[locale];
  const open = Object.entries(standing);
  if (open.length === 0) return words.noOpenAlerts;
  const opened = open.map(([id, at]) => {
    const rule = rules.find((each) => each.id === id);
    return words.opened(rule ? alertInWords(locale, rule) : id, writerOf(locale).day(at));
  });
  return `${openAlerts(locale, open.length)}: ${opened.join("; ")}.`;
}

/** "1 open alert", "no open alerts". */
export function openAlerts(locale: Locale, count: number): string {
  return counted(locale, count, "openAlert");
}

/** The version that an event was of, if that is not the one that is served: "Version 0123456789ab"; null if it is. */
export function versionOfEvent(locale: Locale, version: string | null, served: string): string | null {
  if (version === served) return null;
  return version === null ? SENTENCES[locale].earlierVersion : SENTENCES[locale].version(version);
}

export function verdictInWords(locale: Locale, verdict: ClaimVerdict | DriftVerdict): string {
  return SENTENCES[locale].verdicts[verdict];
}

/** Whether a verdict needs the owner's attention. */
export function isBad(verdict: ClaimVerdict | DriftVerdict): boolean {
  return verdict === "worse than claimed" || verdict === "drift";
}
