import { parseFormula } from "../../formula/parse";
import { parseSpec } from "../../model/spec";

interface Described {
  inputs: { name: string }[];
  terms: string[];
  training: { columns?: Record<string, string> };
}

/**
 * A draft without columns of the design that training refuses, and without the inputs that no term is left for. A level
 * of a category takes the category with it.
 *
 * @param columns names of columns of the design: "area", "missing(area)", "heating[gas]"
 * @returns the description, and the inputs that it no longer has
 */
export function withoutTerms(spec: Record<string, unknown>, columns: string[]) {
  const { inputs, terms, training } = spec as unknown as Described;
  const categories = columns.map((column) => /^([a-z][a-z0-9_]*)\[/.exec(column)?.[1]);
  const left = terms.filter((term) => !columns.includes(term) && !categories.includes(term));
  // An input without its own term says nothing by being missing.
  const useful = left.filter((term) => {
    const [, of] = /^missing\(([a-z0-9_]+)\)$/.exec(term) ?? [];
    return of === undefined || left.some((other) => other !== term && parseFormula(other).names.includes(of));
  });
  const used = new Set(useful.flatMap((term) => parseFormula(term).names));
  const dropped = inputs.filter(({ name }) => !used.has(name)).map(({ name }) => name);
  const kept = Object.entries(training.columns ?? {}).filter(([name]) => !dropped.includes(name));
  const changed = {
    ...spec,
    inputs: inputs.filter(({ name }) => used.has(name)),
    terms: useful,
    training: { ...training, ...(training.columns && { columns: Object.fromEntries(kept) }) },
  };
  parseSpec(changed);
  return { spec: changed, dropped };
}
