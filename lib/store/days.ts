export const DAY = 86_400_000;

/** The start of the day that a moment lies in, in UTC; both in milliseconds since 1970. */
export const startOfDay = (at: number) => Math.floor(at / DAY) * DAY;

/** A span of time, in milliseconds since 1970: from the first on, and before the second. */
export interface Span {
  from: number;
  to: number;
}
