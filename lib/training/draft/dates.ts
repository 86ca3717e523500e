import { readDate } from "./cell";
import type { ColumnProfile } from "./profile";
import type { Sentence } from "./sentences";

/** A term made of a date, with its value for a cell, by which it is held against other columns. */
export interface DateTerm {
  text: string;
  valueOf(cell: string): number;
}

export interface DateDraft {
  min: string;
  max: string;
  typical: string;
  terms: DateTerm[];
}

const DAY = 86_400_000;
/** A shorter time shows no trend, and less than about a year no seasons. */
const DAYS_OF_TREND = 31;
const DAYS_OF_SEASONS = 330;
/** Where the seasons, and the parts of a day, begin. */
const QUARTERS = [4, 7, 10];
const PARTS_OF_DAY = [6, 10, 16, 20];

const dayOf = (day: string) => Date.parse(`${day}T00:00:00Z`) / DAY;
const monthOf = (day: string) => Number(day.slice(5, 7));
const yearsLater = (day: string, years: number) => `${Number(day.slice(0, 4)) + years}`;

/**
 * How a column of dates becomes terms: a trend in days, quarters of the year where it spans one, and parts of the day
 * where times are stated.
 *
 * @param name of the input
 * @returns the reason where it can become none
 */
export function draftDate({ dates, sample }: ColumnProfile, name: string): DateDraft | { reason: Sentence } {
  const { first, last, timed, order } = dates;
  const span = dayOf(last) - dayOf(first);
  const inDay = (read: (day: string) => number) => (cell: string) => {
    const date = readDate(cell, order);
    return date ? read(date.day) : NaN;
  };
  const terms: DateTerm[] = [];
  if (span >= DAYS_OF_TREND) {
    terms.push({ text: `days(${name}, "${first}")`, valueOf: inDay((day) => dayOf(day) - dayOf(first)) });
  }
  if (span >= DAYS_OF_SEASONS) {
    for (const month of QUARTERS) {
      terms.push({ text: `month(${name}) >= ${month}`, valueOf: inDay((day) => Number(monthOf(day) >= month)) });
    }
  }
  if (timed) {
    for (const hour of PARTS_OF_DAY) {
      const valueOf = (cell: string) => {
        const date = readDate(cell, order);
        return date ? Number(Number(date.time?.slice(0, 2) ?? 0) >= hour) : NaN;
      };
      terms.push({ text: `hour(${name}) >= ${hour}`, valueOf });
    }
  }
  if (terms.length === 0) return { reason: ({ reasons }) => reasons.shortSpan(span + 1) };
  const days = sample
    .flatMap((cell) => readDate(cell, order) ?? [])
    .map(({ day, time = "00:00" }) => (timed ? `${day}T${time}` : day))
    .sort();
  return {
    min: `${first.slice(0, 4)}-01-01`,
    max: `${yearsLater(last, 1)}-12-31`,
    typical: days[days.length >> 1]!,
    terms,
  };
}
