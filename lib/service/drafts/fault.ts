import type { DraftFault } from "./types";

/** Errors that say in their message what is wrong with a file or a description, and the member of options at fault. */
const KNOWN: Record<string, string | null> = {
  CsvError: null,
  DraftError: null,
  TableError: null,
  BundleError: null,
  ImportError: null,
  SpecError: "#/spec",
  TargetError: "#/options/target",
};

export const TOO_LARGE: DraftFault = {
  pointer: null,
  detail:
    "the table is too large for the memory of this server; train it with glasshouse train on a larger machine, and publish the folder with glasshouse publish",
};

/** What is wrong with the file of a draft or with its description; undefined for a mistake of ours. */
export function faultOf(error: unknown): DraftFault | undefined {
  const { name, message, code } = error as Error & { code?: string };
  const isMemory =
    code === "ERR_WORKER_OUT_OF_MEMORY" || /allocation failed|out of memory|Invalid array length/.test(message);
  if (isMemory) return TOO_LARGE;
  return Object.hasOwn(KNOWN, name) ? { pointer: KNOWN[name]!, detail: message } : undefined;
}
