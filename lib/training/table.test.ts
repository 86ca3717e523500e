import { mkdtemp, rm, writeFile } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { afterAll, beforeAll, describe, expect, test } from "vitest";
import { parseSpec } from "../model/spec";
import { TableError, TrainingTable } from "./table";
import { makeSpec } from "../testing/models";

const spec = parseSpec(
  makeSpec({
    target: { name: "y", label: "Outcome", positive: true },
    inputs: [
      { name: "a", label: "First", kind: "integer", min: 0, max: 9 },
      { name: "b", label: "Second", kind: "boolean" },
    ],
    training: { file: "training.csv", columns: { a: "A (count)" } },
  }),
);

let folder: string;
beforeAll(async () => void (folder = await mkdtemp(join(tmpdir(), "glasshouse-"))));
afterAll(() => rm(folder, { recursive: true }));

async function read(text: string): Promise<[number[], number][]> {
  const path = join(folder, "table.csv");
  await writeFile(path, text);
  const rows: [number[], number][] = [];
  for await (const { count, encoded, actual } of new TrainingTable(path, spec).examples()) {
    for (let row = 0; row < count; row++) rows.push([Array.from(encoded.subarray(2 * row, 2 * row + 2)), actual[row]!]);
  }
  return rows;
}

describe("TrainingTable", () => {
  test("reads columns by name in any order, with quotes, a byte order mark and CRLF", async () => {
    expect(await read('\uFEFFy,b,extra,A (count)\r\n10,yes,"x, ""y""\n",3\r\n2.5,no,,0\r\n')).toEqual([
      [[3, 1], 10],
      [[0, 0], 2.5],
    ]);
  });

  test("finds columns by their labels where the description names no other, whatever the case", async () => {
    expect(await read("OUTCOME,Second,A (count)\n10,yes,3\n")).toEqual([[[3, 1], 10]]);
  });

  test.each([
    ["a missing column", "y,b\n1,yes\n", "there is no column A (count) (for first); there are y, b"],
    ["a misspelt column", "y,b,A (cuont)\n1,yes,1\n", "there are y, b, A (cuont); did you mean A (cuont)?"],
    [
      "a ragged row",
      "y,b,A (count)\n1,yes\n",
      "table.csv: the row must have 3 columns, as the first line has, and has 2 (line 2)",
    ],
    [
      "a value out of bounds",
      "y,b,A (count)\n1,yes,10\n",
      'first must be between 0 and 9; 1 row has "10" (line 2). Correct them, or change min and max.',
    ],
    ["an outcome that is text", "y,b,A (count)\nnone,yes,1\n", 'outcome must be a number; 1 row has "none" (line 2).'],
    [
      "cells that are text",
      "y,b,A (count)\n1,yes,x\n1,yes,2\n1,yes,1z\n",
      'first must be a number; 2 rows have "x" (line 2), "1z" (line 4). Correct them',
    ],
    ["a long cell", `y,b,A (count)\n1,${"x".repeat(99)},1\n`, `"${"x".repeat(40)}…" (line 2)`],
    [
      "an outcome that cannot be",
      "y,b,A (count)\n-1,yes,1\n",
      'outcome must be greater than 0; 1 row has "-1" (line 2)',
    ],
    [
      "numbers of which nothing tells what they are",
      'y,b,A (count)\n"1,250",yes,1\n"2,375",yes,1\n',
      'outcome can be 1250 or 1.25 where it is "1,250", and no cell of the table tells which; 2 rows have "1,250" (line 2), "2,375" (line 3). Set "decimal" of "training"',
    ],
    [
      "a number that is written otherwise than its file",
      'y,b,A (count)\n"1,5",yes,1\n"2,75",yes,1\n18.3,yes,1\n',
      'outcome must have a comma before decimals, as its file has; 1 row has "18.3" (line 4)',
    ],
  ])("refuses %s and says where", async (_, text, message) => {
    await expect(read(text)).rejects.toThrow(TableError);
    await expect(read(text)).rejects.toThrow(message);
  });

  test("lists kinds of faults, not rows without end", async () => {
    const error = await read("y,b,A (count)\n" + "1,perhaps,x\n".repeat(1000)).catch((reason: Error) => reason);
    expect((error as Error).message.split("\n")).toEqual([
      expect.stringContaining(
        'first must be a number; 500 rows have "x" (line 2), "x" (line 3), "x" (line 4) and 497 more.',
      ),
      expect.stringMatching(
        /: second must be yes or no; 500 rows have .* Correct them, or list them under "yes" and "no"\.$/,
      ),
    ]);
  });

  test("leaves out rows in which something is missing, and counts what stands there", async () => {
    const path = join(folder, "table.csv");
    await writeFile(path, "y,b,A (count)\n1,yes,1\n2,,NA\n3,no,na\nNULL,no,1\n4,no,?\n5,no,5\n");
    for await (const { count, leftOut, missing } of new TrainingTable(path, spec).examples()) {
      expect([count, leftOut]).toEqual([2, 4]);
      expect(missing).toEqual(
        new Map([
          [
            "a",
            new Map([
              ["NA", 1],
              ["na", 1],
              ["?", 1],
            ]),
          ],
          ["b", new Map([["", 1]])],
          ["y", new Map([["NULL", 1]])],
        ]),
      );
    }
  });

  test("refuses a table without an input that must be there, with the count of each text", async () => {
    const path = join(folder, "table.csv");
    await writeFile(path, "y,b,A (count)\n1,yes,1\n2,yes,NA\n3,no,NA\n5,no,\n");
    const [first, second] = spec.inputs;
    const strict = { ...spec, inputs: [{ ...first!, missing: "not allowed" as const }, second!] };
    const drain = async () => {
      for await (const { count } of new TrainingTable(path, strict).examples()) expect(count).toBe(0);
    };
    await expect(drain()).rejects.toThrow(
      'table.csv: 3 of 4 rows have no first (NA 2, empty 1). Complete them, leave them out with "missing": "leave out" in a',
    );
  });

  test.each([
    ["thousands beside a point in a column that is not used", 'y,b,A (count),mileage\n"1,250",yes,1,18.3 kmpl\n', 1250],
    ["decimals beside another decimal", 'y,b,A (count)\n"1,250",yes,1\n"1,5",yes,1\n', 1.25],
    ["decimals between semicolons", "y;b;A (count)\n1,250;yes;1\n", 1.25],
    ["a point between semicolons", "y;b;A (count)\n18.3;yes;1\n", 18.3],
    ["thousands between semicolons beside a point", "y;b;A (count)\n1,250;yes;1\n18.3;yes;1\n", 1250],
    ["dollars", 'y,b,A (count)\n"$1,250",yes,1\n', 1250],
    ["a unit that the column has in every case", "y,b,A (count)\n1197 CC,yes,1\n998cc,yes,1\n1000,no,2\n", 1197],
  ])("reads %s", async (_, text, outcome) => {
    expect((await read(text))[0]![1]).toBe(outcome);
  });

  test("does not read units that differ within a column", async () => {
    await expect(read("y,b,A (count)\n26.6 km/kg,yes,1\n18.3 kmpl,yes,1\n")).rejects.toThrow('"26.6 km/kg" (line 2)');
  });

  test("goes by the mark that the description names", async () => {
    const path = join(folder, "table.csv");
    await writeFile(path, 'y,b,A (count)\n"1,250",yes,1\n');
    for (const [decimal, outcome] of [
      [",", 1.25],
      [".", 1250],
    ] as const) {
      const table = new TrainingTable(path, { ...spec, training: { ...spec.training!, decimal } });
      for await (const { actual } of table.examples()) expect([...actual]).toEqual([outcome]);
    }
  });
});

test("hash gives the SHA-256 of the file's bytes once they have been read", async () => {
  const path = join(folder, "table.csv");
  await writeFile(path, "y,b,A (count)\n1,yes,1\n");
  const table = new TrainingTable(path, spec);
  expect(() => table.hash).toThrow("has not been read");
  for await (const { count } of table.examples()) expect(count).toBe(1);
  // printf 'y,b,A (count)\n1,yes,1\n' | sha256sum
  expect(table.hash).toBe("b54ed13dfbc8b3dae32b15e7fcb39a2fe513e1d0d36529b2706d508c78c00428");
});
