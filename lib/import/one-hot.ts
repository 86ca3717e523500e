import { binary, number, variable } from "../formula/build";
import type { Expression } from "../formula/expression";
import { mapOperands } from "../formula/tree";
import type { InputDescription, ModelDescription, Reading } from "./estimator/description";
import { ImportError } from "./import-error";

/** Inputs of 0 and 1 that were one category before the file was made, as pandas.get_dummies makes them. */
export interface OneHot {
  /** What the category is called. */
  name: string;
  /** Where its inputs stand, from the first to the last, counted from 1; or what their names begin with. */
  columns: { first: number; last: number } | { prefix: string };
}

const RANGE = /^(\d+)-(\d+)$/;

/**
 * Read `location=4-243` or `fuel=fuel_`.
 *
 * @throws ImportError for anything else
 */
export function readOneHot(text: string): OneHot {
  const [, name = "", columns = ""] = /^([^=]+)=(.+)$/.exec(text) ?? [];
  if (name === "") throw new ImportError(`${text} must be a name and its columns, as location=4-243 or fuel=fuel_`);
  const range = RANGE.exec(columns);
  if (!range) return { name: name.trim(), columns: { prefix: columns } };
  return { name: name.trim(), columns: { first: Number(range[1]), last: Number(range[2]) } };
}

/**
 * Make one category of inputs of 0 and 1: its level says which of them is 1. A level that is not listed has 0 in all, as
 * a level has that get_dummies dropped.
 *
 * @throws ImportError where the columns are not there, or are no plain numbers
 */
export function joinOneHot(
  description: ModelDescription,
  names: string[],
  { name, columns }: OneHot,
): {
  description: ModelDescription;
  names: string[];
} {
  const { inputs, readings } = description;
  const isIn = (position: number) =>
    "prefix" in columns
      ? names[position]!.startsWith(columns.prefix)
      : position + 1 >= columns.first && position + 1 <= columns.last;
  const own = inputs.flatMap((_, position) => (isIn(position) ? [position] : []));
  if (own.length < 2)
    throw new ImportError(`${name}: ${own.length === 0 ? "no column is" : "only one column is"} among those named`);
  if (own.some((position) => inputs[position]!.kind !== "number" || inputs[position]!.optional)) {
    throw new ImportError(`${name}: its columns must be plain numbers, 0 and 1`);
  }
  const levels = own.map((position) => {
    const whole = names[position]!;
    return "prefix" in columns ? whole.slice(columns.prefix.length) : whole;
  });
  const kept = inputs.flatMap((_, position) => (isIn(position) ? [] : [position]));
  const category: InputDescription = {
    id: freeId(description, name),
    name,
    kind: "category",
    levels,
    optional: false,
    otherLevels: true,
  };
  // It stands where its first column stood.
  const at = kept.filter((position) => position < own[0]!).length;
  const order = [...kept.slice(0, at), -1, ...kept.slice(at)];
  const after = new Map(order.map((position, index) => [position, index]));
  const reading: Reading = {
    id: category.id,
    input: at,
    lookup: { levels, values: levels.map((_, code) => code), unknown: -1, missing: "refused" },
    fill: null,
  };
  const codes = new Map(readings.flatMap(({ id, input }) => (isIn(input) ? [[id, own.indexOf(input)] as const] : [])));
  const rewrite = (part: Expression): Expression => {
    const code = part.kind === "name" ? codes.get(part.name) : undefined;
    return code === undefined ? mapOperands(part, rewrite) : binary("==", variable(reading.id), number(code));
  };
  return {
    names: order.map((position) => (position < 0 ? name : names[position]!)),
    description: {
      ...description,
      inputs: order.map((position) => (position < 0 ? category : inputs[position]!)),
      readings: [
        ...readings.flatMap((each) => (codes.has(each.id) ? [] : [{ ...each, input: after.get(each.input)! }])),
        reading,
      ],
      columns: description.columns.map(({ label, expression }) => ({ label, expression: rewrite(expression) })),
      notes: [
        ...description.notes,
        `A ${name} that is not listed has 0 in all ${levels.length} columns, as a level has that was dropped.`,
      ],
    },
  };
}

/** Join several categories; positions are those before any is joined. */
export function joinAll(description: ModelDescription, names: string[], oneHots: OneHot[]) {
  const firstOf = ({ columns }: OneHot) => ("first" in columns ? columns.first : 0);
  return oneHots
    .toSorted((a, b) => firstOf(b) - firstOf(a))
    .reduce((joined, oneHot) => joinOneHot(joined.description, joined.names, oneHot), { description, names });
}

function freeId({ inputs, readings }: ModelDescription, name: string): string {
  const plain = name
    .toLowerCase()
    .replace(/[^a-z0-9]+/g, "_")
    .replace(/^_+|_+$/g, "");
  const begun = /^[a-z]/.test(plain) ? plain : `x_${plain}`;
  const taken = new Set([...inputs, ...readings].map(({ id }) => id));
  let id = begun;
  for (let count = 2; taken.has(id); count++) id = `${begun}_${count}`;
  return id;
}

/** Names that begin alike up to an underscore, such as fuel_diesel and fuel_petrol: they may have been one category. */
export function findOneHot(names: string[]): OneHot[] {
  const prefixes = new Map<string, number>();
  for (const name of names) {
    const prefix = /^(.+?_)[^_]/.exec(name)?.[1];
    if (prefix) prefixes.set(prefix, (prefixes.get(prefix) ?? 0) + 1);
  }
  return [...prefixes].flatMap(([prefix, count]) =>
    count > 1 ? [{ name: prefix.slice(0, -1), columns: { prefix } }] : [],
  );
}
