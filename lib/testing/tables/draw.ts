import { seededRandom } from "../../math/random";
import { writeTable } from "../../csv/write-table";

/** Draws for made-up tables; the same seed gives the same draws. */
export function draw(seed: number) {
  const random = seededRandom(seed);
  const normal = () => Math.sqrt(-2 * Math.log(1 - random())) * Math.cos(2 * Math.PI * random());
  return {
    chance: (share: number) => random() < share,
    whole: (from: number, to: number) => from + Math.floor(random() * (to - from + 1)),
    between: (from: number, to: number) => from + random() * (to - from),
    normal: (mean = 0, deviation = 1) => mean + deviation * normal(),
    /** Of a list, the first the likelier, the more so the larger `lean`. */
    pick: <Item>(items: readonly Item[], lean = 1): Item => items[Math.floor(random() ** lean * items.length)]!,
  };
}

/** A table with commas of rows by name. */
export function toCsv(rows: Record<string, string | number>[]): string {
  return writeTable([Object.keys(rows[0]!), ...rows.map((row) => Object.values(row).map(String))]);
}

/** So many rows. */
export function rowsOf<Row>(count: number, make: (row: number) => Row): Row[] {
  return Array.from({ length: count }, (_, row) => make(row));
}

/** An ISO day, so many days after another. */
export function dayAfter(first: string, days: number): string {
  return new Date(Date.parse(`${first}T00:00:00Z`) + 86_400_000 * days).toISOString().slice(0, 10);
}

/** To so many digits after the point; before it where they are negative. */
export const round = (value: number, digits = 0) =>
  Number((Math.round(value * 10 ** digits) / 10 ** digits).toPrecision(12));
