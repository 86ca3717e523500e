import { formatQuantity, formatShare } from "@/lib/model/format";
import type { Progress } from "./batch-run";
import type { Summary } from "./summary";

const SIZES = [
  [1e9, "GB"],
  [1e6, "MB"],
  [1e3, "kB"],
] as const;

/** A size as a person reads it: "31.4 MB". */
export function bytesInWords(bytes: number): string {
  const [size, unit] = SIZES.find(([size]) => bytes >= size) ?? [1, "bytes"];
  return formatQuantity(Number((bytes / size).toPrecision(3)), unit);
}

/** A count of rows, "1 row" or "98,214 rows". */
export function rowsInWords(rows: number): string {
  return `${formatQuantity(rows, undefined, 1)} ${rows === 1 ? "row" : "rows"}`;
}

/** How long something takes, as precisely as one cares: "a few seconds", "about 40 seconds", "about 3 minutes". */
export function durationInWords(seconds: number): string {
  if (seconds < 10) return "a few seconds";
  if (seconds < 90) return `about ${10 * Math.ceil(seconds / 10)} seconds`;
  if (seconds < 5400) return `about ${Math.round(seconds / 60)} minutes`;
  return `about ${Math.round(seconds / 3600)} hours`;
}

/** What is done, how fast, and how long the rest takes; no speed before there is one. */
export function progressInWords({ rows, share, seconds }: Progress): string {
  if (rows === 0 || seconds === 0) return "beginning";
  const speed = Number((rows / seconds).toPrecision(2));
  const left = durationInWords((seconds / share) * (1 - share));
  return `${rowsInWords(rows)} done, ${formatQuantity(speed, undefined, 1)} a second, ${left} left`;
}

/** "98,214 of 100,000 rows have an estimate" */
export function estimatedInWords({ rows, estimated }: Summary): string {
  if (estimated === rows) return rows === 1 ? "The row has an estimate" : `All ${rowsInWords(rows)} have an estimate`;
  if (estimated === 0) return rows === 1 ? "The row has no estimate" : `None of ${rowsInWords(rows)} has an estimate`;
  return `${formatQuantity(estimated, undefined, 1)} of ${rowsInWords(rows)} ${estimated === 1 ? "has" : "have"} an estimate`;
}

/** A probability of an answer, which is NaN where it is not known. */
export function chanceInWords(probability: number): string {
  return Number.isNaN(probability) ? "not known" : formatShare(probability);
}

/** The name of what comes back: "houses.csv" becomes "houses-estimates.csv". */
export function answerName(file: string): string {
  const [, stem = file, extension = ".csv"] = /^(.+?)(\.[^.]+)?$/.exec(file) ?? [];
  return `${stem}-estimates${extension}`;
}
