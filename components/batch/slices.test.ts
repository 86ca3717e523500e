import fc from "fast-check";
import { expect, test } from "vitest";
import { bodyOf, cutFile, readStart } from "./slices";

const fileOf = (text: string) => new Blob([text]);

async function cut(text: string, sliceBytes?: number) {
  const slices = [];
  for await (const slice of cutFile(fileOf(text), sliceBytes)) {
    slices.push({ rows: slice.rows, body: await bodyOf(slice).text() });
  }
  return slices;
}

test("each slice is whole rows under the first line, and together they are the file", async () => {
  await fc.assert(
    fc.asyncProperty(
      fc.array(fc.array(fc.constantFrom("1", "", "a", '"x,\n""y"""'), { minLength: 2, maxLength: 2 }), {
        minLength: 1,
      }),
      fc.integer({ min: 16, max: 60 }),
      fc.boolean(),
      async (rows, sliceBytes, ended) => {
        const lines = rows.map((row) => row.join(","));
        const slices = await cut(`a,b\n${lines.join("\n")}${ended ? "\n" : ""}`, sliceBytes);
        expect(slices.every(({ body }) => body.startsWith("a,b\n"))).toBe(true);
        expect(
          slices
            .map(({ body }) => body.slice(4))
            .join("")
            .trimEnd(),
        ).toBe(lines.join("\n"));
        expect(slices.reduce((sum, slice) => sum + slice.rows, 0)).toBe(rows.length);
      },
    ),
    { numRuns: 60 },
  );
});

test("the first line is repeated with its own line end and without a byte order mark", async () => {
  const slices = await cut("\ufeffa;b\r\n1;2\r\n3;4\r\n", 8);
  expect(slices.map(({ body }) => body)).toEqual(["a;b\r\n1;2\r\n", "a;b\r\n3;4\r\n"]);
});

test("slices of a large file stay below 1 MiB with their first line", async () => {
  const slices = await cut(`a,b\n${"12345,67890\n".repeat(200_000)}`);
  expect(slices.length).toBeGreaterThan(1);
  expect(Math.max(...slices.map(({ body }) => body.length))).toBeLessThan(2 ** 20);
});

test.each([
  ["an empty file", "", "the file is empty; its first line must name the columns"],
  ["a first line alone", "a,b\n", "the file must have rows below its first line"],
  ["blank lines alone", "a,b\n\n\r\n\n", "the file must have rows below its first line"],
  ["a spreadsheet", "PK\u0003\u0004", "the file must be CSV and not a spreadsheet or an archive; save it as CSV"],
])("%s is refused in words", async (_, text, message) => {
  await expect(cut(text)).rejects.toThrow(message);
  await expect(readStart(fileOf(text), 10)).rejects.toThrow(message);
});

test("the first rows are as many as asked for, or all there are", async () => {
  const text = `a,b\n${Array.from({ length: 20 }, (_, row) => `${row},"x\ny"\n`).join("")}`;
  const start = await readStart(fileOf(text), 3);
  expect(start.rows).toBe(3);
  expect(await bodyOf(start).text()).toBe('a,b\n0,"x\ny"\n1,"x\ny"\n2,"x\ny"');
  expect((await readStart(fileOf(text), 100)).rows).toBe(20);
});
