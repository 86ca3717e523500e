import { DEFAULT_LOCALE, type Locale } from "../../language/locale";
import { inLanguage, type Sentence } from "../../training/draft/sentences";
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

/** An error that has its message in the language of a reader, too. */
interface Translated {
  messageIn?(locale: Locale): string;
}

/**
 * What is wrong with the file of a draft or with its description; undefined for a mistake of ours.
 *
 * @param language of the draft, in which it is said where the error knows it
 */
export function faultOf(error: unknown, language: Locale = DEFAULT_LOCALE): DraftFault | undefined {
  const known = error as Error & Translated & { code?: string };
  const { name, message, code } = known;
  const isMemory =
    code === "ERR_WORKER_OUT_OF_MEMORY" || /allocation failed|out of memory|Invalid array length/.test(message);
  if (isMemory) return faultIn(language, ({ faults }) => faults.tooLarge);
  if (!Object.hasOwn(KNOWN, name)) return undefined;
  const pointer = KNOWN[name]!;
  return known.messageIn ? { pointer, detail: known.messageIn(language), language } : { pointer, detail: message };
}

/** A fault that no member of the description or of options has, in the language of the draft. */
export function faultIn(language: Locale = DEFAULT_LOCALE, pick: Sentence): DraftFault {
  return { pointer: null, detail: inLanguage(language, pick), language };
}
