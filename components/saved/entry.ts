import { lowToHigh } from "@/components/low-to-high";
import { estimatePath } from "@/components/query";
import { valueInWords } from "@/components/words";
import type { Writer } from "@/lib/model/format";
import type { Saved } from "./list";
import type { SavedModel } from "./saved-model";
import type { SAVED_WORDS } from "./words";

type Words = (typeof SAVED_WORDS)["en"];

/** How a reader sees one estimate: without its model, names of code and bare numbers are all that is known. */
export interface SavedText {
  estimate: string;
  range: { line: string; cell: string };
  day: string;
  answers: { name: string; label: string; value: string }[];
  /** Where the estimate can be opened, or made again; nothing without its model. */
  path?: string;
  hasChanged: boolean;
}

export function describeSaved(saved: Saved, model: SavedModel | undefined, words: Words, write: Writer): SavedText {
  const { inputs, savedAt } = saved;
  const quantity = (value: number) => write.quantity(value, model?.unit);
  return {
    estimate: quantity(saved.estimate),
    range: rangeInShort(saved, words, write, quantity),
    // The day where the reader is.
    day: write.day(savedAt - 60_000 * new Date(savedAt).getTimezoneOffset()),
    answers: answersOf(inputs, model, write),
    path: model && estimatePath(model, inputs, saved.level),
    hasChanged: model !== undefined && model.version !== saved.version,
  };
}

/** The range as a line of its own, and as a cell of a table; of an extrapolation, neither claims a level. */
function rangeInShort(
  { range, level, outside }: Saved,
  words: Words,
  write: Writer,
  quantity: (value: number) => string,
): { line: string; cell: string } {
  if (range === null) {
    const text = outside ? words.outside : words.noRange;
    return { line: text, cell: text };
  }
  const high = quantity(range.high);
  // A range that was cut at zero has no lower end.
  const ends = range.low === 0 ? words.below(high) : lowToHigh(write.locale, quantity(range.low), high);
  if (outside) return { line: words.pattern(ends), cell: words.cellOutside(ends) };
  const claim = write.share(level);
  return { line: words.range(ends, claim), cell: words.cell(ends, claim) };
}

/** In the order of the form; what the model no longer has an input for comes last, by its name. */
function answersOf(inputs: Saved["inputs"], model: SavedModel | undefined, write: Writer): SavedText["answers"] {
  const known = (model?.inputs ?? []).map((input) => ({
    name: input.name,
    label: input.label,
    value: valueInWords(input, inputs[input.name] ?? null),
  }));
  const names = new Set(known.map(({ name }) => name));
  const others = Object.entries(inputs).filter(([name]) => !names.has(name));
  return [...known, ...others.map(([name, value]) => ({ name, label: name, value: write.value(value) }))];
}
