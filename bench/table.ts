import { closeSync, openSync, writeSync } from "node:fs";
import { fileURLToPath } from "node:url";
import { readModel } from "../lib/registry/read-folder";

/**
 * Write a table of houses like those of the training table: its rows in turn, with another lot area each time, all
 * nine features as numbers and the price with some noise. The same call writes the same bytes.
 *
 * @param options.outside one row in so many has a lot larger than any in training
 */
export async function writeTable(path: string, rows: number, { outside = Infinity } = {}): Promise<void> {
  const { spec, evidence, reading } = await readModel(fileURLToPath(new URL("../model/house-price", import.meta.url)));
  const { inputs, actual } = evidence!.background;
  const names = [...spec.inputs, ...spec.derived].map(({ name }) => name);
  const file = openSync(path, "w");
  writeSync(file, `${names.join(",")},price\n`);
  // A linear congruential generator (Numerical Recipes), for numbers that are the same everywhere.
  let state = 1;
  const random = () => (state = (Math.imul(state, 1664525) + 1013904223) >>> 0) / 2 ** 32;
  let lines: string[] = [];
  for (let row = 0; row < rows; row++) {
    const from = row % actual.length;
    const encoded = Float64Array.from(spec.inputs, ({ name }) => inputs[name]![from]!);
    encoded[0] = Math.min(16200, Math.max(1650, Math.round(encoded[0]! * (0.8 + 0.4 * random()))));
    if (row % outside === outside - 1) encoded[0] = 16_201 + (row % 500);
    const derived = reading.derived.map(({ evaluate }) => evaluate(encoded));
    const price = Math.round(actual[from]! * (0.9 + 0.2 * random()));
    lines.push(`${[...encoded, ...derived, price].join(",")}\n`);
    if (lines.length === 10_000 || row === rows - 1) {
      writeSync(file, lines.join(""));
      lines = [];
    }
  }
  closeSync(file);
}
