import type { Locale } from "@/lib/language/locale";
import type { JsonObject } from "../json";
import type { Sheet } from "./sheet";

/** The description that a change starts from. */
export interface Base {
  revision: number;
  spec: JsonObject;
}

/** A change that is not saved, as a tab keeps it. */
export interface Kept extends Base {
  sheet: Sheet;
  /** The language that the sheet is written in. */
  locale?: Locale;
}

const keyOf = (draft: string) => `glasshouse studio ${draft}`;

/** The change of a draft that this tab has kept over a reload; nothing where there is none. */
export function readKept(draft: string): Kept | undefined {
  try {
    const kept = JSON.parse(sessionStorage.getItem(keyOf(draft)) ?? "null") as Kept | null;
    return kept && Array.isArray(kept.sheet?.inputs) ? kept : undefined;
  } catch {
    return undefined;
  }
}

/** Keep a change, or drop it. A browser that keeps nothing is no error. */
export function keep(draft: string, kept: Kept | undefined): void {
  try {
    if (kept) sessionStorage.setItem(keyOf(draft), JSON.stringify(kept));
    else sessionStorage.removeItem(keyOf(draft));
  } catch {
    return;
  }
}
