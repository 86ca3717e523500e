/**
 * Dates as numbers: days since 1 January 1970 in the proleptic Gregorian calendar, without time zones. The time of day is
 * the fraction, exact to the second.
 */

export const SECONDS_OF_DAY = 86_400;
const MILLISECONDS = 1000;
/** The first and the last day of the years 1 to 9999, which every engine and language has. */
export const FIRST_DAY = -719_162;
export const LAST_DAY = 2_932_896;

/** Whether a number is a date within the years 1 to 9999. */
export const isDay = (days: number): boolean => days >= FIRST_DAY && days < LAST_DAY + 1;

const ISO = /^(\d{4}-\d\d-\d\d)(?:T(\d\d:\d\d)(?::(\d\d)(?:\.\d+)?)?(?:Z|\+00:00)?)?$/;

/**
 * The number of an ISO date, as 2015-06-30, or of a date with a time, as 2015-06-30T14:30 and 2015-06-30T14:30:05Z;
 * parts of a second are dropped.
 *
 * @returns NaN where the text is no such date, as 2015-02-30
 */
export function daysOfIso(text: string): number {
  const [, day, time = "00:00", second = "00"] = ISO.exec(text) ?? [];
  if (day === undefined) return NaN;
  const moment = Date.parse(`${day}T${time}:${second}Z`);
  if (Number.isNaN(moment)) return NaN;
  // The 30th of February would otherwise be the 2nd of March, and 24:00 the next day.
  const same = new Date(moment).toISOString().startsWith(`${day}T${time}:${second}`);
  const days = moment / MILLISECONDS / SECONDS_OF_DAY;
  return same && isDay(days) ? days : NaN;
}

/** The inverse of `daysOfIso`: the time is there where it is not 0:00, or where `time` is set; seconds where they are not 0. */
export function isoOfDays(days: number, time = false): string {
  if (!isDay(days)) return "";
  const [day = "", clock = ""] = momentOf(days).toISOString().slice(0, 19).split("T");
  if (!time && clock === "00:00:00") return day;
  return `${day}T${clock.endsWith(":00") ? clock.slice(0, 5) : clock}`;
}

const secondsOf = (days: number) => Math.round(days * SECONDS_OF_DAY);
const momentOf = (days: number) => new Date(secondsOf(days) * MILLISECONDS);

/** What formulas take of a date; NaN beyond the years 1 to 9999. */
export const dateParts = {
  year: (days: number) => (isDay(days) ? momentOf(days).getUTCFullYear() : NaN),
  /** 1 to 12. */
  month: (days: number) => (isDay(days) ? momentOf(days).getUTCMonth() + 1 : NaN),
  /** 1 for Monday to 7 for Sunday, as in ISO 8601. */
  weekday: (days: number) => (isDay(days) ? ((momentOf(days).getUTCDay() + 6) % 7) + 1 : NaN),
  /** The whole hours of the time of day, 0 to 23. */
  hour: (days: number) => (isDay(days) ? momentOf(days).getUTCHours() : NaN),
};
