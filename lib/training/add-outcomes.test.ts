import { expect, test } from "vitest";
import { CellEvidence } from "../csv/cell-evidence";
import { openTable } from "../csv/table";
import { isNumeric } from "../model/inputs/kinds";
import { compileReading } from "../model/reading";
import { parseSpec, type Spec } from "../model/spec";
import { makeSpec } from "../testing/models";
import { bikes } from "../testing/tables/bikes";
import { insurance } from "../testing/tables/insurance";
import { kingCounty } from "../testing/tables/king-county";
import { german } from "../testing/tables/oddities";
import { usedCars } from "../testing/tables/used-cars";
import { addOutcomes, type KnownOutcome } from "./add-outcomes";
import { copyTable } from "./draft/copy-table";
import { draftModel } from "./draft/draft";
import { profileTable } from "./draft/profile";
import { findTarget } from "./draft/target";
import { ExampleParser, trainingColumns } from "./example-parser";

async function collect(parts: AsyncIterable<Uint8Array>): Promise<Buffer> {
  const all: Uint8Array[] = [];
  for await (const part of parts) all.push(part);
  return Buffer.concat(all);
}

/** The rows of a table as training reads them. */
async function readRows(bytes: Uint8Array, spec: Spec): Promise<KnownOutcome[]> {
  const { header, blocks } = await openTable([bytes]);
  const { inputs, target } = trainingColumns(spec, header.names);
  const evidence = new CellEvidence(header, [...inputs.filter((_, index) => isNumeric(spec.inputs[index]!)), target]);
  const kept: Uint8Array[] = [];
  for await (const block of blocks) {
    evidence.add(block);
    kept.push(block);
  }
  const parser = new ExampleParser(spec, { ...header, dialect: evidence.decide(spec.training?.decimal) });
  const { decode } = compileReading(spec);
  return kept.flatMap((block) => {
    const { count, encoded, actual, faults } = parser.parse(block, false);
    expect(faults).toEqual([]);
    const width = encoded.length / count;
    return Array.from({ length: count }, (_, row) => ({
      inputs: decode(encoded.subarray(row * width, (row + 1) * width)),
      actual: actual[row]!,
    }));
  });
}

/** The table that a draft trains on, and the description. */
async function drafted(csv: string, target: string): Promise<{ spec: Spec; table: string }> {
  const bytes = Buffer.from(csv);
  const profile = await profileTable([bytes]);
  const draft = draftModel(profile, { target: findTarget(profile, target) as number, id: "toy", file: "toy.csv" });
  const table = await collect(copyTable([bytes], draft.copy, profile.decimalComma));
  return { spec: parseSpec(draft.spec), table: table.toString() };
}

test.each([
  ["with units behind numbers and yes or no", usedCars(200), "selling_price"],
  ["of categories", insurance(200), "charges"],
  ["with dates", kingCounty(200), "price"],
  ["of days", bikes().split("\n").slice(0, 300).join("\n"), "cnt"],
  ["with decimal commas and semicolons", german(120), "Kaltmiete in EUR"],
])(
  "addOutcomes(table, spec, outcomes) %s is read as the table with the same rows at its end",
  async (_, csv, target) => {
    const { spec, table } = await drafted(csv, target);
    const rows = await readRows(Buffer.from(table), spec);
    expect(rows.length).toBeGreaterThan(50);
    const lines = table.split(/(?<=\n)/);
    const some = Math.ceil(lines.length / 2);
    const start = lines.slice(0, some).join("");
    const known = await readRows(Buffer.from(start), spec);
    const whole = await collect(addOutcomes([Buffer.from(start)], spec, rows.slice(known.length)));
    expect(whole.toString().startsWith(start)).toBe(true);
    expect(await readRows(whole, spec)).toEqual(rows);
  },
);

test("addOutcomes(table, spec, outcomes) ends the last line of the table, and leaves columns empty that nothing reads", async () => {
  const spec = parseSpec(
    makeSpec({ inputs: [{ name: "a", label: "A", kind: "number" }], terms: ["a"], training: { file: "t.csv" } }),
  );
  const { name } = spec.target;
  const table = `id,a,${name}\r\nx,1,10\r\ny,"2,000",20`;
  const outcomes = [{ inputs: { a: 3.5 }, actual: 30 }];
  const whole = await collect(addOutcomes([Buffer.from(table)], spec, outcomes));
  expect(whole.toString()).toBe(`${table}\r\n,3.5,30\r\n`);
});

test("addOutcomes(table, spec, outcomes) refuses a table whose rows have weights", async () => {
  const spec = parseSpec(makeSpec({ training: { file: "t.csv", weights: "w" } }));
  const header = [...spec.inputs.map(({ name }) => name), spec.target.name, "w"].join();
  await expect(collect(addOutcomes([Buffer.from(`${header}\n`)], spec, []))).rejects.toThrow(
    "the rows of the table have weights, and reported outcomes have none",
  );
});
