import { localeOf, catalogue } from "../language/locale";
import type { Evidence } from "./evidence";
import { writerOf } from "./format";
import { valueInWords } from "./inputs/words";
import { OTHER, type Coding } from "./predictor";
import type { Spec } from "./spec";
import { termInWords } from "./term-words";

/** Levels and columns that a sentence names. */
const MOST_NAMED = 5;

const WORDS = catalogue({
  en: {
    unlisted: (label: string, other: string, rows: string) =>
      `Every ${label} that is not listed is estimated as ${other}${rows}.`,
    together: (rows: string) => ` (${rows} rows together)`,
    pooled: (pooled: {
      names: number;
      count: string;
      levels: string;
      label: string;
      fewest: string | null;
      other: string;
      rows: string;
      list: string;
    }) => {
      const fewer = pooled.fewest === null ? "" : ` have fewer than ${pooled.fewest} rows and`;
      const share = pooled.names === 1 ? "counts as" : "share one coefficient,";
      return `${pooled.count} of the ${pooled.levels} levels of ${pooled.label}${fewer} ${share} "${pooled.other}"${pooled.rows}: ${pooled.list}.`;
    },
    open: (label: string) => ` A ${label} that is not listed is also estimated this way.`,
    dropped: (terms: number, list: string) =>
      terms === 1
        ? `This term follows from the others in every row and has no coefficient: ${list}.`
        : `These terms follow from the others in every row and have no coefficient: ${list}.`,
    more: (named: string, rest: string) => `${named} … and ${rest} more`,
  },
  de: {
    unlisted: (label, other, rows) => `${label}: Werte außerhalb der Liste werden wie „${other}“ geschätzt${rows}.`,
    together: (rows) => ` (zusammen ${rows} Zeilen)`,
    pooled: ({ names, count, levels, label, fewest, other, rows, list }) => {
      const fewer = fewest === null ? "" : ` mit weniger als ${fewest} Zeilen`;
      const share = names === 1 ? "zählt als" : "teilen sich einen Koeffizienten,";
      return `${label}: ${count} der ${levels} Ausprägungen${fewer} ${share} „${other}“${rows}: ${list}.`;
    },
    open: () => " Werte außerhalb der Liste werden ebenso geschätzt.",
    dropped: (terms, list) =>
      terms === 1
        ? `Dieser Term folgt in jeder Zeile aus den übrigen und hat keinen Koeffizienten: ${list}.`
        : `Diese Terme folgen in jeder Zeile aus den übrigen und haben keinen Koeffizienten: ${list}.`,
    more: (named, rest) => `${named} … und ${rest} weitere`,
  },
});

/** What has no coefficient of its own, a sentence for each category and one for columns that follow from others. */
export function codingInWords(spec: Spec, coding: Coding | null, evidence: Pick<Evidence, "ranges"> | null): string[] {
  if (coding === null) return [];
  const words = WORDS[localeOf(spec)];
  const { quantity, inSentence } = writerOf(localeOf(spec));
  const pooled = spec.inputs.flatMap((input) => {
    const codes = coding.pooled[input.name];
    if (!codes || input.kind !== "category") return [];
    const shared = new Set(codes);
    const names = input.levels.filter((_, code) => shared.has(code));
    const levels = quantity(input.levels.length);
    const other = valueInWords(input, input.other?.label ?? OTHER);
    const label = inSentence(input);
    const range = evidence?.ranges[input.name];
    const known = range && "counts" in range ? range.pooled : undefined;
    const rows = known ? words.together(quantity(known.rows)) : "";
    if (names.length === 0) return [words.unlisted(label, other, rows)];
    const list = someOf(
      spec,
      names.map((name) => valueInWords(input, name)),
    );
    const fewest = known ? quantity(known.fewest) : null;
    const count = quantity(names.length);
    const isOpen = codes.at(-1) === input.levels.length;
    const sentence = words.pooled({ names: names.length, count, levels, label, fewest, other, rows, list });
    return [`${sentence}${isOpen ? words.open(label) : ""}`];
  });
  const { dropped } = coding;
  if (dropped.length === 0) return pooled;
  const terms = dropped.map((term) => termInWords(spec, term));
  return [...pooled, words.dropped(dropped.length, someOf(spec, terms))];
}

function someOf(spec: Spec, names: string[]): string {
  const rest = names.length - MOST_NAMED;
  const { list, quantity } = writerOf(localeOf(spec));
  return rest > 1
    ? WORDS[localeOf(spec)].more(names.slice(0, MOST_NAMED).join(", "), quantity(rest))
    : list(names);
}
