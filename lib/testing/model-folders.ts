import { mkdir, readFile, writeFile } from "node:fs/promises";
import { join } from "node:path";
import { writeBundle } from "../families";
import { parseSpec } from "../model/spec";
import { testTable, TrainingTable } from "../training/table";
import { train } from "../training/train";

/** For tests only: folders of models, on the disk. */

/** Write a description and a table into a folder of `directory`, which is called as the model is unless told. */
export async function writeModelFolder(
  directory: string,
  id: string,
  { folder = join(directory, id), ...changes }: { folder?: string } & Record<string, unknown> = {},
): Promise<string> {
  await mkdir(folder, { recursive: true });
  const spec = {
    id,
    title: `The ${id} model`,
    summary: "Made-up rows.",
    target: { name: "price", label: "Price", unit: "USD" },
    inputs: [
      { name: "area", label: "Area", kind: "number" },
      { name: "city", label: "City", kind: "category", levels: ["A", "B"] },
    ],
    terms: ["area", "city"],
    training: { file: "training.csv" },
    card: { intendedUse: "A test.", limits: ["Made up."], source: "Made up." },
    ...changes,
  };
  const rows = Array.from({ length: 30 }, (_, row) => {
    const [area, city] = [80 + ((row * 37) % 60), row % 3];
    return `${area},${city === 0 ? "B" : "A"},${1_000 * area + 9_000 * city + ((row * 7_919) % 5_000)}`;
  });
  await writeFile(join(folder, "training.csv"), `area,city,price\n${rows.join("\n")}\n`);
  await writeFile(join(folder, "model.json"), JSON.stringify(spec, null, 1));
  return folder;
}

/** Train the model in a folder, as the command does. */
export async function trainModelFolder(folder: string): Promise<void> {
  const spec = parseSpec(JSON.parse(await readFile(join(folder, "model.json"), "utf8")));
  const table = new TrainingTable(join(folder, spec.training!.file), spec);
  const artifact = await train(
    spec,
    (again, coding) => table.examples(!again, coding),
    () => table.hash,
    spec.training!.test === undefined ? undefined : testTable(join(folder, spec.training!.test), spec).examples(),
  );
  await writeFile(join(folder, "artifact.json"), writeBundle(artifact));
}

/** Write and train. */
export async function makeModelFolder(...how: Parameters<typeof writeModelFolder>): Promise<string> {
  const folder = await writeModelFolder(...how);
  await trainModelFolder(folder);
  return folder;
}
