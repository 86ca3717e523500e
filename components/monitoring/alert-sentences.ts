import { catalogue, type Locale } from "@/lib/language/locale";
import type { AlertRule } from "@/lib/model/alert-rules";
import { writerOf } from "@/lib/model/format";
import type { Standing } from "@/lib/store/alerts";
import { counted } from "./counted";

/** The sentences on alerts. */

const ALERTS = catalogue({
  en: {
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
  },
  de: {
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
  },
});

/** What an alert is about: "input drift", and the name of its rule where that says more. */
export function alertInWords(locale: Locale, { id, metric }: Pick<AlertRule, "id" | "metric">): string {
  const about = ALERTS[locale].metrics[metric];
  return id === metric ? about : `${about} (${id})`;
}

/** "Open alert of house price: input drift, opened 29 Jun 2026". */
export function openAlertTitle(locale: Locale, about: string, since: number, model?: string): string {
  const write = writerOf(locale);
  return ALERTS[locale].openAlertTitle(about, model ? write.inSentence(model) : "", write.day(since));
}

export function noOpenAlerts(locale: Locale): string {
  return ALERTS[locale].noOpenAlerts;
}

/** "1 open alert: input drift, opened 29 Jun 2026." */
export function openAlertsInWords(locale: Locale, standing: Standing, rules: readonly AlertRule[]): string {
  const words = ALERTS[locale];
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
  return version === null ? ALERTS[locale].earlierVersion : ALERTS[locale].version(version);
}
