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
    ["a ragged row", "y,b,A (count)\n1,yes\n", "table.csv line 2: the row must have 3 columns"],
    ["an empty cell", "y,b,A (count)\n1,yes,1\n1,,1\n", "table.csv line 3: second is required"],
    ["a value out of bounds", "y,b,A (count)\n1,yes,10\n", "table.csv line 2: first must be between 0 and 9"],
    [
      "an outcome that is text",
      "y,b,A (count)\nn/a,yes,1\n",
      'table.csv line 2: outcome must be a number; it is "n/a"',
    ],
    ["a cell that is text", "y,b,A (count)\n1,yes,?\n", 'table.csv line 2: first must be a number; it is "?"'],
    ["a long cell", `y,b,A (count)\n1,${"x".repeat(99)},1\n`, `it is "${"x".repeat(40)}…"`],
    ["an outcome that cannot be", "y,b,A (count)\n-1,yes,1\n", "table.csv line 2: outcome must be greater than 0"],
  ])("refuses %s and says where", async (_, text, message) => {
    await expect(read(text)).rejects.toThrow(TableError);
    await expect(read(text)).rejects.toThrow(message);
  });

  test("lists several faults, but not without end", async () => {
    const error = await read("y,b,A (count)\n" + "1,perhaps,x\n".repeat(1000)).catch((reason: Error) => reason);
    expect((error as Error).message.split("\n")).toHaveLength(10);
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
