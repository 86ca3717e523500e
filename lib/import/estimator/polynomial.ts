import { binary, number } from "../../formula/build";
import type { Expression } from "../../formula/expression";
import { numbersOf, type Fitted } from "./fitted";
import type { Column, Transform } from "./workspace";

const HIGHEST_DEGREE = 10;

/** Products of columns, in the order of scikit-learn: by degree, and within one in the order of the columns. */
export const polynomial: Transform = (step, columns, workspace) => {
  const [low, high] = degreesOf(step);
  const once = step.get("interaction_only") === true;
  const values = columns.map((column) => workspace.numberOf(column));
  const products: Column[] = [];
  if (step.get("include_bias") !== false) products.push({ kind: "value", label: "1", expression: number(1) });
  for (let degree = Math.max(1, low); degree <= high; degree++) {
    workspace.spend(countOf(columns.length, degree, once));
    for (const factors of combinations(columns.length, degree, once)) {
      products.push({ kind: "value", label: labelOf(factors, columns), expression: productOf(factors, values) });
    }
  }
  return products;
};

function degreesOf(step: Fitted): [number, number] {
  const degree = step.need("degree");
  const numbers = typeof degree === "number" ? [0, degree] : (numbersOf(degree) ?? []);
  const [low, high] = numbers as [number?, number?];
  const isKnown = Number.isInteger(low) && Number.isInteger(high) && high! <= HIGHEST_DEGREE && low! >= 0;
  if (!isKnown) step.refuse(`its degree must be a whole number up to ${HIGHEST_DEGREE}`);
  return [low!, high!];
}

/** How many there are of `combinations`: count over degree, or count + degree − 1 over degree. */
function countOf(count: number, degree: number, once: boolean): number {
  const from = once ? count : count + degree - 1;
  return Array.from({ length: degree }).reduce<number>(
    (product, _, k) => (product * Math.max(0, from - k)) / (k + 1),
    1,
  );
}

/** Positions in ascending order, with or without the same one twice. */
function* combinations(count: number, degree: number, once: boolean, from = 0): Generator<number[]> {
  if (degree === 0) return void (yield []);
  for (let first = from; first < count; first++) {
    if (once && count - first < degree) return;
    for (const rest of combinations(count, degree - 1, once, once ? first + 1 : first)) yield [first, ...rest];
  }
}

function productOf(factors: number[], values: Expression[]): Expression {
  return factors.map((factor) => values[factor]!).reduce((product, value) => binary("*", product, value));
}

function labelOf(factors: number[], columns: Column[]): string {
  const counts = new Map<number, number>();
  for (const factor of factors) counts.set(factor, (counts.get(factor) ?? 0) + 1);
  return [...counts]
    .map(([factor, times]) => `${columns[factor]!.label}${times > 1 ? `^${times}` : ""}`)
    .join(" · ")
    .slice(0, 200);
}
