import { writeFile } from "node:fs/promises";
import { join } from "node:path";
import { trainModelFolder, writeModelFolder } from "./model-folders";

/** For tests only: tables whose pages could grow without end. */

/** Numbers from 0 to 1 that are the same each time (a linear congruential generator). */
function seeded(seed: number): () => number {
  let state = seed;
  return () => (state = (state * 1_664_525 + 1_013_904_223) % 2 ** 32) / 2 ** 32;
}

async function makeFolder(directory: string, id: string, changes: Record<string, unknown>, table: string[]) {
  const folder = await writeModelFolder(directory, id, changes);
  await writeFile(join(folder, "training.csv"), table.join("\n"));
  await trainModelFolder(folder);
  return folder;
}

/** A row of the table of `makeManyLevels` that no other is like to the last digit, nor any figure of the model. */
export const UNUSUAL = { area: 131.7131, zip: "98033", price: 141421.37 };

/** One number and a category of 70 levels with four rows each, "98001" to "98070". */
export async function makeManyLevels(directory: string, id = "levels-70"): Promise<string> {
  const random = seeded(70);
  const levels = Array.from({ length: 70 }, (_, level) => String(98_001 + level));
  const rows = levels.flatMap((zip, level) =>
    Array.from({ length: 4 }, () => {
      const area = Math.round(60 + 140 * random());
      return `${area},${zip},${Math.round(1_000 * area + 700 * ((level * 29) % 70) + 6_000 * random())}`;
    }),
  );
  const inputs = [
    { name: "area", label: "Area", kind: "number", unit: "sq ft" },
    { name: "zip", label: "Zip", kind: "category", levels },
  ];
  return makeFolder(directory, id, { inputs, terms: ["area", "zip"] }, [
    "area,zip,price",
    Object.values(UNUSUAL).join(","),
    ...rows,
  ]);
}

/** 26 numbers and 40 categories of 6 levels: 66 inputs and 227 coefficients. */
export async function makeManyInputs(directory: string, id = "inputs-66"): Promise<string> {
  const random = seeded(66);
  const levels = ["very poor", "poor", "fair", "typical", "good", "excellent"];
  const numbers = Array.from({ length: 26 }, (_, index) => ({
    name: `number_${index + 1}`,
    label: `Measured quantity ${index + 1}`,
    kind: "number",
    unit: "sq ft",
  }));
  const categories = Array.from({ length: 40 }, (_, index) => ({
    name: `quality_${index + 1}`,
    label: `Quality of part ${index + 1}`,
    kind: "category",
    levels,
  }));
  const inputs = [...numbers, ...categories];
  const names = inputs.map(({ name }) => name);
  const rows = Array.from({ length: 1_000 }, () => {
    const sizes = numbers.map(() => Math.round(500 + 2_000 * random()));
    const codes = categories.map(() => Math.floor(random() * levels.length));
    const price =
      sizes.reduce((sum, size, index) => sum + (size * 60) / (index + 1), 0) +
      codes.reduce((sum, code, index) => sum + (9_000 * code) / (index + 1), 0);
    return [...sizes, ...codes.map((code) => levels[code]), Math.round(price + 40_000 * random())].join(",");
  });
  return makeFolder(directory, id, { inputs, terms: names }, [`${names.join(",")},price`, ...rows]);
}

/** Figures of ten digits and units of a whole word, levels with long names, and inputs that lower the estimate. */
export async function makeHugeFigures(directory: string, id = "huge"): Promise<string> {
  return makeExtremeFigures(directory, id, 1e9, "inhabitants");
}

/** Figures of a ten-thousandth. */
export async function makeTinyFigures(directory: string, id = "tiny"): Promise<string> {
  return makeExtremeFigures(directory, id, 1e-4, "µg/m³");
}

async function makeExtremeFigures(directory: string, id: string, scale: number, unit: string): Promise<string> {
  const random = seeded(9);
  const soils = ["Clay over limestone", "Peat", "Sand"];
  const rows = Array.from({ length: 160 }, () => {
    const [depth, soil, age] = [scale * (1 + 9 * random()), Math.floor(3 * random()), 1 + 98 * random()];
    const day = new Date(Date.UTC(2020, 0, 1 + Math.floor(1_800 * random()))).toISOString().slice(0, 10);
    const price = 3 * depth - 0.12 * scale * age - 2 * scale * soil + 3 * scale * (random() + random() - 1);
    return [depth.toPrecision(4), soils[soil], age.toFixed(0), day, price.toPrecision(5)].join(",");
  });
  const inputs = [
    { name: "depth", label: "Depth below the surface of the ground", kind: "number", unit },
    { name: "soil", label: "Soil", kind: "category", levels: soils },
    { name: "age", label: "Age", kind: "integer", unit: "years" },
    { name: "day", label: "Day", kind: "date" },
  ];
  const target = { name: "price", label: "Yield", unit };
  const changes = { target, inputs, terms: ["depth", "soil", "age", 'days(day, "2020-01-01")'] };
  return makeFolder(directory, id, changes, ["depth,soil,age,day,price", ...rows]);
}
