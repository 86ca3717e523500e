import { asSentence } from "@/components/words";
import { measureName, writeMeasure } from "@/lib/judging/measure-words";
import { catalogue, type Locale } from "@/lib/language/locale";
import { writerOf } from "@/lib/model/format";
import type { Claim, MonitoringReport } from "@/lib/monitoring/report";
import { reportedInWords } from "@/lib/monitoring/reported";
import { counted } from "./counted";
import { verdictInWords } from "./verdict-words";

/** The sentences on accuracy, of all outcomes and of each group. */

const ACCURACY = catalogue({
  en: {
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
  },
  de: {
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
  },
});

/** More groups than this are counted, not named. */
const MOST_NAMED = 4;

/** Whether the card claims any accuracy: it does not where no rows with known outcomes came with the model. */
export function hasClaims({ performance }: MonitoringReport): boolean {
  return performance.measures.some(({ claimed }) => claimed !== null);
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
  const words = ACCURACY[locale];
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
  return `${measured}, ${verdictInWords(locale, claim.verdict)}${claimed}${others}.`;
}

/** The finding on accuracy. Where figures differ, it names them; the table below has the figures. */
export function findingInWords(
  locale: Locale,
  { performance: { verdict, detail, measures, reported } }: MonitoringReport,
): string {
  if (verdict === "as claimed" || verdict === "too few to tell") return asSentence(detail);
  const words = ACCURACY[locale];
  const { list, inSentence } = writerOf(locale);
  const named = measures
    .filter((claim) => claim.verdict === verdict)
    .map(({ measure, label }) => inSentence(label || measureName(locale, measure)));
  return words.finding(verdictInWords(locale, verdict), list(named), reportedInWords(locale, reported));
}

/** What verdicts on accuracy apply to: "The verdicts apply to reported outcomes only; …". */
export function selectionInWords({ performance: { reported } }: MonitoringReport): string {
  return asSentence(reported.detail);
}

/** Of a model whose card claims nothing. */
export function noClaimsInWords(locale: Locale, outcomes: number): string {
  const words = ACCURACY[locale];
  return `${words.noClaims} ${outcomes === 0 ? words.noOutcome : words.outcomesShow}`;
}

/**
 * "The median error is worse than the model card claims in 5 of 9 groups."
 *
 * @param judged how many groups have enough outcomes for a verdict
 */
export function groupsInWords(locale: Locale, worse: readonly string[], judged: number, groups: number): string {
  const words = ACCURACY[locale];
  if (groups === 0) return words.noGroups;
  if (judged === 0) return words.tooEarlyForGroups;
  if (worse.length === 0) return words.noGroupWorse;
  return worse.length > MOST_NAMED ? words.groupsWorse(worse.length, groups) : words.namedWorse(worse.join("; "));
}
