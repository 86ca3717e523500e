import { mkdtemp, rm, writeFile } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { afterAll, beforeAll, describe, expect, test } from "vitest";
import { parseSpec } from "./spec";
import { hashFile, readExamples, TableError } from "./table";
import { makeSpec } from "./testing";

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
  for await (const { encoded, actual } of readExamples(path, spec)) rows.push([Array.from(encoded), actual]);
  return rows;
}

describe("readExamples", () => {
  test("reads columns by name in any order, with quotes, a byte order mark and CRLF", async () => {
    expect(await read('\uFEFFy,b,extra,A (count)\r\n10,yes,"x, ""y""\n",3\r\n2.5,no,,0\r\n')).toEqual([
      [[3, 1], 10],
      [[0, 0], 2.5],
    ]);
  });

  test.each([
    ["a missing column", "y,b\n1,yes\n", "there is no column A (count) (for first)"],
    ["a ragged row", "y,b,A (count)\n1,yes\n", "table.csv: "],
    ["an empty cell", "y,b,A (count)\n1,yes,1\n1,,1\n", "table.csv line 3: second is required"],
    ["a value out of bounds", "y,b,A (count)\n1,yes,10\n", "table.csv line 2: first must be between 0 and 9"],
    ["an outcome that is text", "y,b,A (count)\nn/a,yes,1\n", "table.csv line 2: outcome must be a number"],
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

test("hashFile gives the SHA-256 of a file's bytes", async () => {
  const path = join(folder, "abc");
  await writeFile(path, "abc");
  expect(await hashFile(path)).toBe("ba7816bf8f01cfea414140de5dae2223b00361a396177a9cb410ff61f20015ad");
});
