import type { Spec } from "@/lib/model/spec";
import { columnsByLabel, labelsOf, matchAsApi, type Labels } from "./labels";

/** Letters and digits alone, so that "Lot_Size (sqft)" and "lot size sqft" are the same. */
const simplify = (name: string) => name.toLowerCase().replace(/[^\p{L}\p{N}]+/gu, "");

/** Fewer common letters than this are chance. */
const FEWEST_LETTERS = 3;

function commonStart(a: string, b: string): number {
  let length = 0;
  while (length < a.length && a[length] === b[length]) length++;
  return length;
}

/** How alike two names are, from 0 to 1: the same, one within the other, or by how they begin. */
function likeness(one: string, other: string): number {
  const [short, long] = [simplify(one), simplify(other)].sort((a, b) => a.length - b.length) as [string, string];
  if (short === long) return short === "" ? 0 : 1;
  if (short.length < FEWEST_LETTERS) return 0;
  if (long.includes(short)) return short.length / long.length;
  const start = commonStart(short, long);
  return start > FEWEST_LETTERS ? start / long.length : 0;
}

/** Names less alike are no guess. */
const LEAST_LIKENESS = 0.3;

/**
 * Guess the columns of inputs that have none by their names: "beds" for bedrooms, "Lot area (sq ft)" for the area.
 * The names that are most alike go first, and a column is guessed once. A guess is for a person to confirm.
 *
 * @param header the names of the table's columns
 * @param labels what the API calls the inputs, where the description has other labels
 * @returns the name of a column for each input that has a guess
 */
export function guessColumns(spec: Spec, header: string[], labels: Labels = labelsOf(spec)): Record<string, string> {
  const found = matchAsApi(spec, labels, header, columnsByLabel(spec, labels, header));
  const taken = new Set(found.flatMap(({ column }) => (column === null ? [] : header[column]!)));
  const unique = header.filter((name) => header.indexOf(name) === header.lastIndexOf(name) && !taken.has(name));
  const pairs = found
    .filter(({ required, column }) => required && column === null)
    .flatMap(({ name, label }) => {
      const names = [name, label, labels[name]!, spec.training?.columns[name] ?? name];
      return unique.map((column) => ({
        name,
        column,
        likeness: Math.max(...names.map((own) => likeness(own, column))),
      }));
    })
    .filter((pair) => pair.likeness >= LEAST_LIKENESS)
    .sort((a, b) => b.likeness - a.likeness);
  const guesses: Record<string, string> = {};
  for (const { name, column } of pairs) {
    if (name in guesses || Object.values(guesses).includes(column)) continue;
    guesses[name] = column;
  }
  return guesses;
}
