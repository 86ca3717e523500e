import { formatQuantity } from "../format";
import { foldUnit } from "../../csv/cell-evidence";
import type { Input } from "../spec";

/** Pairs of units that are taken for each other, and how many of the second one of the first is. */
const PAIRS: readonly (readonly [string, string, number])[] = [
  ["m²", "sq ft", 10.763910416709722],
  ["ha", "acres", 2.471053814671653],
  ["mi", "km", 1.609344],
  ["mph", "km/h", 1.609344],
  ["kg", "lb", 2.2046226218487757],
  ["in", "cm", 2.54],
  ["m", "ft", 3.280839895013123],
];

/** Other ways to write them. */
const SPELLINGS: Readonly<Record<string, string>> = {
  sqm: "m²",
  "m^2": "m²",
  ft2: "sq ft",
  "ft^2": "sq ft",
  sqfeet: "sq ft",
  squarefeet: "sq ft",
  acre: "acres",
  miles: "mi",
  kilometers: "km",
  kilometres: "km",
  kmh: "km/h",
  lbs: "lb",
  pounds: "lb",
  inches: "in",
  feet: "ft",
  meters: "m",
  metres: "m",
};

/** A range of an input. */
export interface UsualRange {
  min: number;
  max: number;
  /** Whether rows hold it, and not only bounds, which are so wide that thousands lie in them by chance. */
  seen?: boolean;
}

/** A value that lies outside of the range by this share of the nearer end may be in another unit. */
const FAR = 0.1;

/**
 * Asks whether a value far outside of the usual range is in another unit: where it lies inside once it is converted.
 *
 * @param usual what nearly all rows lie in, or the bounds
 * @returns a sentence to stand behind one that says what is wrong: "did you mean 557 m², which is 5,995 sq ft?"
 */
export function askForUnit(input: Input, value: unknown, usual: UsualRange): string | undefined {
  if ((input.kind !== "number" && input.kind !== "integer") || input.unit === undefined) return undefined;
  if (typeof value !== "number" || !(value > 0) || !Number.isFinite(value)) return undefined;
  const { min, max, seen = false } = usual;
  if (value >= min * (1 - FAR) && value <= max * (1 + FAR)) return undefined;
  const { unit } = input;
  for (const { name, factor } of [...othersOf(unit), ...(seen ? thousandsOf(unit) : [])]) {
    const meant = value * factor;
    if (meant < min || meant > max) continue;
    const rounded = input.kind === "integer" ? Math.round(meant) : Number(meant.toPrecision(4));
    return `did you mean ${formatQuantity(value, name)}, which is ${formatQuantity(rounded, unit)}?`;
  }
  return undefined;
}

/** Units that one is taken for, and how many of it one of them is. */
function othersOf(unit: string): { name: string; factor: number }[] {
  const known = nameOf(unit);
  return PAIRS.flatMap(([one, other, factor]) => {
    if (nameOf(one) === known) return [{ name: other, factor: 1 / factor }];
    return nameOf(other) === known ? [{ name: one, factor }] : [];
  });
}

const thousandsOf = (unit: string) => [
  { name: `thousand ${unit}`, factor: 1000 },
  { name: `thousandths of ${unit}`, factor: 0.001 },
];

const nameOf = (unit: string) => foldUnit(SPELLINGS[foldUnit(unit)] ?? unit);
