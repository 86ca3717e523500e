import type { GivenValue } from "@/lib/model/inputs/value";

/*
 * The estimates that a reader has saved, as a browser keeps them: pure functions over the text that is stored.
 */

/** One of them. What a page shows of it beside this, such as labels and units, it takes from the model. */
export interface Saved {
  /** The id of the model, and what it was called. */
  model: string;
  title: string;
  version: string;
  inputs: Record<string, GivenValue>;
  /** Rounded as the page of the result shows it, as are the ends of the range. */
  estimate: number;
  range: { low: number; high: number } | null;
  level: number;
  /** Whether it is an extrapolation, so that its range assumes that the pattern continues. */
  outside: boolean;
  /** Milliseconds since 1970. */
  savedAt: number;
}
export type ToSave = Omit<Saved, "savedAt">;

/** Of the stored text. A page that finds a higher one is older than what it finds. */
const SCHEMA = 1;

/** Some 300 bytes each: far below what browsers keep for a site. */
export const MOST_SAVED = 300;

export type ReadList =
  /** `unread` counts entries that are left out because they cannot be read. */
  { list: Saved[]; unread: number; fault?: undefined } | { list?: undefined; unread?: undefined; fault: ListFault };
export type ListFault = "newer" | "unreadable";

/** What is stored, the newest first; nothing is as good as an empty list. */
export function readList(text: string | null): ReadList {
  if (text === null) return { list: [], unread: 0 };
  let stored: unknown;
  try {
    stored = JSON.parse(text);
  } catch {
    return { fault: "unreadable" };
  }
  if (!isRecord(stored) || !Number.isInteger(stored.schema)) return { fault: "unreadable" };
  if ((stored.schema as number) > SCHEMA) return { fault: "newer" };
  if (!Array.isArray(stored.estimates)) return { fault: "unreadable" };
  const known = new Map<string, Saved>();
  let unread = 0;
  for (const entry of stored.estimates) {
    const saved = readEntry(entry);
    if (saved) known.set(keyOf(saved), saved);
    else unread++;
  }
  return { list: inOrder([...known.values()]), unread };
}

export function writeList(list: readonly Saved[]): string {
  return JSON.stringify({ schema: SCHEMA, estimates: list });
}

/** The same for the same question to the same version, whatever the order of its inputs. */
export function keyOf({ model, version, level, inputs }: ToSave): string {
  const sorted = Object.entries(inputs).sort(([a], [b]) => (a < b ? -1 : 1));
  return JSON.stringify([model, version, level, sorted]);
}

/**
 * The list with more estimates. One that is there already stays as it is.
 *
 * @returns undefined where the list is full
 */
export function addSaved(list: readonly Saved[], more: readonly Saved[]): Saved[] | undefined {
  const known = new Set(list.map(keyOf));
  const fresh = more.filter((saved) => !known.has(keyOf(saved)));
  return list.length + fresh.length > MOST_SAVED ? undefined : inOrder([...list, ...fresh]);
}

/** The list without those of some keys. */
export function dropSaved(list: readonly Saved[], keys: ReadonlySet<string>): Saved[] {
  return list.filter((saved) => !keys.has(keyOf(saved)));
}

/** By model, in the order of the newest estimate of each. */
export function byModel(list: readonly Saved[]): Map<string, Saved[]> {
  const groups = new Map<string, Saved[]>();
  for (const saved of list) groups.set(saved.model, [...(groups.get(saved.model) ?? []), saved]);
  return groups;
}

/** The names of inputs that are not the same in all of several estimates. */
export function differingInputs(several: readonly Saved[]): Set<string> {
  const [first, ...others] = several;
  const names = new Set(several.flatMap(({ inputs }) => Object.keys(inputs)));
  return new Set([...names].filter((name) => others.some(({ inputs }) => inputs[name] !== first!.inputs[name])));
}

/** The newest first; those of one moment by their key, so that the order is one. */
function inOrder(list: Saved[]): Saved[] {
  return list.sort((a, b) => b.savedAt - a.savedAt || (keyOf(a) < keyOf(b) ? -1 : 1));
}

function isRecord(value: unknown): value is Record<string, unknown> {
  return typeof value === "object" && value !== null && !Array.isArray(value);
}

function readEntry(entry: unknown): Saved | undefined {
  if (!isRecord(entry)) return undefined;
  const { model, title, version, inputs, estimate, range, level, outside, savedAt } = entry;
  const texts = [model, title, version].every((text) => typeof text === "string" && text !== "");
  const numbers = [estimate, level, savedAt].every((number) => Number.isFinite(number));
  const isRange = range === null || (isRecord(range) && Number.isFinite(range.low) && Number.isFinite(range.high));
  const isDate = Math.abs(savedAt as number) <= LAST_DATE;
  if (!texts || !numbers || !isRange || !isDate || !isRecord(inputs) || typeof outside !== "boolean") return undefined;
  const isGiven = (value: unknown) => ["string", "boolean"].includes(typeof value) || Number.isFinite(value);
  if (!Object.values(inputs).every(isGiven)) return undefined;
  return {
    model: model as string,
    title: title as string,
    version: version as string,
    inputs: inputs as Saved["inputs"],
    estimate: estimate as number,
    range: range && { low: (range as { low: number }).low, high: (range as { high: number }).high },
    level: level as number,
    outside,
    savedAt: savedAt as number,
  };
}

/** The last that JavaScript has a date for. */
const LAST_DATE = 8.64e15;
