import { catalogue, type Locale } from "@/lib/language/locale";
import { writerOf } from "@/lib/model/format";
import type { FeatureDrift, MonitoringReport } from "@/lib/monitoring/report";
import { counted } from "./counted";

/** The sentences on input drift. */

const DRIFT = catalogue({
  en: {
    driftUnknown: "Input drift is unknown: no training rows came with this model.",
    noDrift: "No input drift: recent inputs and estimates are like the training data.",
    tooEarlyForDrift: (estimates: string) =>
      `It is too early to judge input drift: a verdict needs at least ${estimates}.`,
    drift: (labels: string) => `Input drift: recent values of ${labels} differ from the training data.`,
    look: (share: string) =>
      `Without drift, at most ${share} of reports give the verdict “drift”. An alert needs stronger evidence.`,
    stabilityIndex: (figure: string) => `Stability index ${figure}.`,
    wasserstein: (figure: string) => `Wasserstein distance ${figure} standard deviations of the training data.`,
  },
  de: {
    driftUnknown: "Eingabedrift ist nicht bekannt: Zu diesem Modell gibt es keine Trainingszeilen.",
    noDrift: "Keine Eingabedrift: Aktuelle Eingaben und Schätzungen gleichen den Trainingsdaten.",
    tooEarlyForDrift: (estimates) =>
      `Für ein Urteil über Eingabedrift ist es zu früh: Nötig sind mindestens ${estimates}.`,
    drift: (labels) => `Eingabedrift: Aktuelle Werte weichen von den Trainingsdaten ab. Betroffen: ${labels}.`,
    look: (share) =>
      `Ohne Drift lautet der Befund in höchstens ${share} der Berichte „Drift“. Ein Alarm braucht stärkere Belege.`,
    stabilityIndex: (figure) => `Stabilitätsindex ${figure}.`,
    wasserstein: (figure) => `Wasserstein-Abstand: ${figure} Standardabweichungen der Trainingsdaten.`,
  },
});

/** Whether there are rows that inputs and estimates can drift away from. */
export function hasReference({ drift }: MonitoringReport): boolean {
  return drift.features[0]?.referenceRows !== 0;
}

/** "Input drift: recent values of lot area differ from the training data." */
export function driftInWords(locale: Locale, report: MonitoringReport): string {
  const words = DRIFT[locale];
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
  return DRIFT[locale].look(writerOf(locale).share(drift.significance));
}

/** "Stability index 0.210. Wasserstein distance 0.440 standard deviations of the training data." */
export function figuresInWords(
  locale: Locale,
  { stabilityIndex, wasserstein }: Pick<FeatureDrift, "stabilityIndex" | "wasserstein">,
): string {
  const words = DRIFT[locale];
  const written = (value: number) => writerOf(locale).quantity(value, undefined, 0.001);
  return [
    ...(stabilityIndex === null ? [] : [words.stabilityIndex(written(stabilityIndex))]),
    ...(wasserstein === null ? [] : [words.wasserstein(written(wasserstein))]),
  ].join(" ");
}
