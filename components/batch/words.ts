import { formatQuantity, formatShare } from "@/lib/model/format";
import type { KeptRows } from "@/lib/service/prediction-log";
import type { Progress } from "./batch-run";
import type { PreviewRow } from "./preview-rows";
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

/** What becomes of the rows of a file. */
export function keptInWords(kept: KeptRows | null): string {
  const sent =
    "Your file is not stored: its rows are sent to this server in slices and come back with their estimates.";
  if (!kept) return `${sent} No row is kept.`;
  const what = kept.inputs ? "inputs and estimates" : "estimates alone";
  const which = kept.sampled ? "of a sample of the rows" : "of large files those of a sample";
  return `${sent} For monitoring, ${what} are kept for ${formatQuantity(kept.days, "days")}, ${which}.`;
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

/** Which of the first rows have no estimate: "Row 8 gets no estimate.", "3 of the first 10 rows get no estimate." */
export function withoutInWords(rows: PreviewRow[]): string {
  const [first, ...others] = rows.filter(({ answer }) => answer.error !== "");
  if (!first) return "";
  if (others.length === 0) return `Row ${first.row} gets no estimate.`;
  return `${1 + others.length} of the first ${rows.length} rows get no estimate.`;
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
