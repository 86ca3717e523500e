export const DEFAULT_DAYS = 30;
export const MOST_DAYS = 366;

/** A number of days to look back, as an address has it; nothing if it is none. */
export function readDays(text: string | undefined): number | undefined {
  if (text === undefined) return DEFAULT_DAYS;
  const days = /^\d{1,3}$/.test(text) ? Number(text) : 0;
  return days >= 1 && days <= MOST_DAYS ? days : undefined;
}
