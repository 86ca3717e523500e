import { closest, distance } from "fastest-levenshtein";
import { inSentence } from "../format";
import { isNumeric } from "./kinds";
import type { ColumnPositions } from "./row-reader";
import type { Spec } from "../spec";

/** A feature of a model and the column of a table that holds it. */
export interface FeatureColumn {
  /** Of an input or a derived feature. */
  name: string;
  label: string;
  /** A derived feature may be absent. */
  required: boolean;
  /** The position of the column; null where there is none or one cannot tell. */
  column: number | null;
  /** What is wrong, if anything. */
  fault: string | null;
}

/** A column for each feature that was chosen by hand: its name in the header, or null for none. */
export type ColumnChoice = Record<string, string | null>;

const fold = (name: string) =>
  name
    .trim()
    .toLowerCase()
    .replace(/[\s_]+/g, " ");

/**
 * Find a model's features among the columns of a table. A column holds a feature if it is called like it, like its
 * column in the training table or like its label, whatever the case and the spaces; a column that is called exactly
 * by the feature's name comes first, and is no other feature's. In a table that has every column of the training table,
 * names that differ in case alone, as "Area" and "area", stay apart as they were there.
 *
 * @param header the names of the columns
 * @param choice overrides what the names say
 * @returns inputs, then derived features, in the order of the spec
 */
export function matchColumns(spec: Spec, header: string[], choice: ColumnChoice = {}): FeatureColumn[] {
  const features = [
    ...spec.inputs.map(({ name, label }) => ({ name, label, required: true })),
    ...spec.derived.map(({ name, label }) => ({ name, label, required: false })),
  ];
  const names = new Set(features.map(({ name }) => name));
  const trained = spec.training?.columns ?? {};
  const isAsTrained = spec.inputs.every(({ name }) => header.includes(trained[name] ?? name));
  const columns = new Set(Object.values(trained));
  return features.map(({ name, label, required }) => {
    const aliases = [name, trained[name] ?? name, label];
    const known = isAsTrained && (columns.has(name) || !header.includes(name)) ? trained[name] : undefined;
    const chosen = Object.hasOwn(choice, name) ? choice[name]! : known;
    const found = chosen === undefined ? findByNames(header, aliases, names) : findExactly(header, chosen);
    const candidates = found.map((column) => header[column]).join(" and ");
    const fault =
      found.length > 1
        ? `there must be one column for ${inSentence(label)}; ${candidates} could be it`
        : found.length === 0 && (required || chosen)
          ? `there must be a column ${chosen ?? aliases[0]} for ${inSentence(label)}`
          : null;
    return { name, label, required, column: found.length === 1 ? found[0]! : null, fault };
  });
}

const positionsOf = (header: string[], matches: (name: string) => boolean) =>
  header.flatMap((name, position) => (matches(name) ? [position] : []));

/**
 * The column of a training table for an input or the target: the one that the description names or, where it names none,
 * the one that is called like it or like its label, whatever the case and the spaces.
 *
 * @returns its position, or what is wrong: which columns there are, and the likeliest one
 */
export function findTrainingColumn(
  spec: Spec,
  header: string[],
  { name, label }: { name: string; label: string },
): number | { fault: string } {
  const named = spec.training?.columns[name];
  const others = new Set([spec.target, ...spec.inputs].map((each) => each.name).filter((each) => each !== name));
  const found = named === undefined ? findByNames(header, [name, label], others) : findExactly(header, named);
  const wanted = named ?? name;
  if (found.length === 1) return found[0]!;
  if (found.length > 1) {
    const candidates = found.map((column) => header[column]).join(" and ");
    return { fault: `there must be one column for ${inSentence(label)}; ${candidates} could be it` };
  }
  const shown = header.slice(0, MOST_SHOWN).join(", ");
  const more = header.length > MOST_SHOWN ? ` and ${header.length - MOST_SHOWN} more` : "";
  const likely = closest(wanted, header);
  const hint = distance(fold(wanted), fold(likely)) <= Math.max(1, wanted.length / 3) ? `; did you mean ${likely}?` : "";
  return { fault: `there is no column ${wanted} (for ${inSentence(label)}); there are ${shown}${more}${hint}` };
}

/** Columns that a message names. */
const MOST_SHOWN = 20;

const findExactly = (header: string[], chosen: string | null) => positionsOf(header, (name) => name === chosen);

function findByNames(header: string[], aliases: string[], taken: Set<string>): number[] {
  const exact = findExactly(header, aliases[0]!);
  if (exact.length > 0) return exact;
  const folded = new Set(aliases.map(fold));
  return positionsOf(header, (name) => folded.has(fold(name)) && !taken.has(name));
}

/** What is wrong with a table before any of its rows is read: one line for each feature at fault. */
export function columnFaults(features: FeatureColumn[]): string[] {
  return features.flatMap(({ fault }) => fault ?? []);
}

/** Where to read each feature, of columns without faults. */
export function columnPositions(spec: Spec, features: FeatureColumn[]): ColumnPositions {
  const positions = features.map(({ column }) => column ?? -1);
  return { inputs: positions.slice(0, spec.inputs.length), derived: positions.slice(spec.inputs.length) };
}

/** The positions of the columns that are read as numbers. */
export function numberColumns(spec: Pick<Spec, "inputs">, features: FeatureColumn[]): number[] {
  const words = new Set(spec.inputs.flatMap((input) => (isNumeric(input) ? [] : input.name)));
  return features.flatMap(({ name, column }) => (column === null || words.has(name) ? [] : column));
}
