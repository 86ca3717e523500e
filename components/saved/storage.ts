import { useSyncExternalStore } from "react";
import { basePath } from "@/lib/base-path";
import { readList, writeList, type ListFault, type ReadList, type Saved } from "./list";

/*
 * The list in the storage of a browser: read anew before each change, since another tab may have changed it.
 */

/** Two builds on one host, under paths of their own, have lists of their own. */
const KEY = `glasshouse-saved${basePath}`;

/** What can be read, or that the browser lets this site store nothing. */
export type Kept = ReadList | { list?: undefined; fault: "blocked" };
/** Why a change was not made: the list or the device is full, or it cannot be read. */
export type ChangeFault = ListFault | "blocked" | "full" | "no room";

const listeners = new Set<() => void>();
let last: { text: string | null; kept: Kept } | undefined;
const BLOCKED: Kept = { fault: "blocked" };

/** The same object while nothing has changed, as React wants it. */
function readKept(): Kept {
  try {
    const text = localStorage.getItem(KEY);
    if (last?.text !== text) last = { text, kept: readList(text) };
    return last!.kept;
  } catch {
    return BLOCKED;
  }
}

function listen(listener: () => void): () => void {
  listeners.add(listener);
  // Of other tabs; and a page that the browser has kept aside has heard nothing meanwhile.
  const events = ["storage", "pageshow"] as const;
  for (const event of events) window.addEventListener(event, listener);
  return () => {
    listeners.delete(listener);
    for (const event of events) window.removeEventListener(event, listener);
  };
}

/** What is saved on this device; undefined until the page's script runs. */
export function useSaved(): Kept | undefined {
  return useSyncExternalStore(listen, readKept, () => undefined);
}

/**
 * Change the list.
 *
 * @param change gives the new list, or undefined where it would be too long
 * @returns why it was not changed, or nothing
 */
export function changeSaved(change: (list: Saved[]) => Saved[] | undefined): ChangeFault | undefined {
  const kept = readKept();
  if (kept.list === undefined) return kept.fault;
  const list = change(kept.list);
  return list === undefined ? "full" : store(list);
}

/** Begin anew, where what is stored cannot be read. */
export function forgetSaved(): ChangeFault | undefined {
  return store([]);
}

function store(list: Saved[]): ChangeFault | undefined {
  try {
    if (list.length === 0) localStorage.removeItem(KEY);
    else localStorage.setItem(KEY, writeList(list));
  } catch (error) {
    // Some browsers name a full storage by a code alone.
    const isFull = error instanceof DOMException && (error.name === "QuotaExceededError" || error.code === 22);
    return isFull ? "no room" : "blocked";
  }
  for (const listener of listeners) listener();
  return undefined;
}
