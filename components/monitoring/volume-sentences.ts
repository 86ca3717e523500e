import { catalogue, type Locale } from "@/lib/language/locale";
import { writerOf } from "@/lib/model/format";
import type { MonitoringReport } from "@/lib/monitoring/report";
import { counted } from "./counted";

/** The sentences on how many requests and outcomes there were. */

const VOLUME = catalogue({
  en: {
    noRequests: (days: number) => `No requests in the last ${days} days.`,
    onlyEarlier: (days: number) =>
      `No requests for this version in the last ${days} days; earlier versions gave estimates.`,
    volume: (requests: string, outcomes: string, days: number) =>
      `${requests} and ${outcomes} in the last ${days} days.`,
    none: "none",
    shares: (requests: string, refused: string, warned: string) =>
      `${requests}: ${refused} refused, ${warned} with a warning.`,
  },
  de: {
    noRequests: (days) => `Keine Anfragen in den letzten ${days} Tagen.`,
    onlyEarlier: (days) =>
      `Keine Anfragen an diese Version in den letzten ${days} Tagen; frühere Versionen haben Schätzungen abgegeben.`,
    volume: (requests, outcomes, days) => `${requests} und ${outcomes} in den letzten ${days} Tagen.`,
    none: "keine",
    shares: (requests, refused, warned) => `${requests}: ${refused} abgelehnt, ${warned} mit Warnung.`,
  },
});

/** With fewer requests, shares are given as counts. */
const FEWEST_FOR_SHARES = 50;

/** "412 requests and 37 reported outcomes in the last 30 days." */
export function volumeInWords(locale: Locale, { volume, earlier }: MonitoringReport, days: number): string {
  const words = VOLUME[locale];
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
  return capitalised(VOLUME[locale].volume(requests, counted(locale, total("outcomes"), "reported"), days));
}

function capitalised(text: string): string {
  return text.charAt(0).toUpperCase() + text.slice(1);
}

/** "412 requests: 2% refused, none with a warning."; of few requests counts: "3 requests: 1 refused, …". */
export function sharesInWords(
  locale: Locale,
  { predictions, refusals, warned }: Pick<MonitoringReport["volume"], "predictions" | "refusals" | "warned">,
): string {
  const words = VOLUME[locale];
  const write = writerOf(locale);
  const shares = predictions >= FEWEST_FOR_SHARES;
  const of = (count: number) =>
    count === 0 ? words.none : shares ? write.share(count / predictions) : write.quantity(Math.round(count));
  return capitalised(words.shares(counted(locale, predictions, "request"), of(refusals), of(warned)));
}
