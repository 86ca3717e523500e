import fc from "fast-check";
import { describe, expect, test } from "vitest";
import { openTable } from "../csv/table";
import { RecordReader } from "../csv/record";
import { faultsOf, type Inputs } from "../model/inputs/schema";
import type { Model } from "../model/model";
import { predict } from "../model/answer/predict";
import { publishedModel, trainModel } from "../testing/models";
import { answerColumns, BlockScorer, type ScoreOptions } from "./score-block";
import { addSummary, emptySummary } from "./summary";

const house = await publishedModel("house-price");
const names = house.spec.inputs.map(({ name }) => name);
const good = "6000,3,2,2,no,yes,1";

/** A table scored, as bytes, as texts and counted. */
async function score(model: Model, table: string | Uint8Array, options?: ScoreOptions) {
  const { header, blocks } = await openTable([Buffer.from(table)], { blockBytes: 4096 });
  const scorer = new BlockScorer(model, header, options);
  const parts = [scorer.scoreHeader()];
  const summary = emptySummary();
  for await (const block of blocks) {
    const scored = scorer.scoreBlock(block);
    parts.push(scored.bytes);
    addSummary(summary, scored.summary);
  }
  const bytes = Buffer.concat(parts);
  const record = new RecordReader(header.dialect, 1000);
  record.load(bytes);
  const rows: string[][] = [];
  while (record.next()) rows.push(Array.from({ length: record.count }, (_, field) => record.text(field)));
  const [first, ...others] = rows;
  return { text: bytes.toString(), header: first!, rows: others, summary };
}

/** The six added cells of a table's first row. */
async function answerTo(table: string) {
  const { rows } = await score(house, table);
  const [estimate, low, high, within, warnings, error] = rows[0]!.slice(-6);
  return { estimate, low, high, within, warnings, error };
}

/** A model like none that is published: a logarithm, a category, and terms that can be undefined. */
async function logarithmicModel(interval: "t" | "conformal") {
  const rows = Array.from({ length: 150 }, (_, index) => {
    const [a, b, kind] = [1 + ((index * 37) % 50), (index * 13) % 7, ["x", "y", "z"][index % 3]!];
    const actual = Math.exp(1 + Math.log(a) / 3 + b / 9 + (kind === "y" ? 0.5 : 0) + Math.sin(index * 7) / 4);
    return { inputs: { a, b, kind } as Inputs, actual };
  });
  const inputs = [
    { name: "a", label: "First", kind: "number" },
    { name: "b", label: "Second", kind: "integer", min: 0, max: 1000 },
    { name: "kind", label: "Kind", kind: "category", levels: ["x", "y", "z"] },
  ];
  const target = { name: "y", label: "Outcome", positive: true, transform: "log" };
  return trainModel({ target, inputs, interval, terms: ["log(a)", "b", "kind", "a / (b + 1)"] }, rows);
}

const houseRow = fc.record({
  area: fc.double({ min: 500, max: 50_000, noNaN: true }),
  bedrooms: fc.integer({ min: 1, max: 10 }),
  bathrooms: fc.integer({ min: 1, max: 8 }),
  stories: fc.integer({ min: 1, max: 6 }),
  guest_rooms: fc.boolean(),
  basement: fc.boolean(),
  parking: fc.integer({ min: 0, max: 6 }),
});
const logarithmicRow = fc.record({
  a: fc.double({ min: -1, max: 90, noNaN: true }),
  b: fc.integer({ min: 0, max: 40 }),
  kind: fc.constantFrom("x", "y", "z"),
});

describe("the answer to a row", () => {
  test.each([
    ["house-price", async () => house, houseRow],
    ["house-price-hedonic", () => publishedModel("house-price-hedonic"), undefined],
    ["a log target with t intervals", () => logarithmicModel("t"), logarithmicRow],
    ["a log target with conformal intervals", () => logarithmicModel("conformal"), logarithmicRow],
  ] as const)("is what predict answers: %s", async (_, make, arbitrary) => {
    const model = await make();
    const { inputs, actual } = model.evidence!.background;
    const training = actual.map((_, row) => {
      return model.reading.decode(model.spec.inputs.map(({ name }) => inputs[name]![row]!));
    });
    const random = arbitrary ? fc.sample(arbitrary as fc.Arbitrary<Inputs>, { numRuns: 2000, seed: 5 }) : [];
    const all = [...training, ...random];
    const columns = model.spec.inputs.map(({ name }) => name);
    const table = [columns, ...all.map((row) => columns.map((name) => row[name]))]
      .map((row) => row.join(","))
      .join("\n");
    for (const level of [0.8, 0.5]) {
      const { rows, summary } = await score(model, table, { level });
      const expected = { scored: 0, refused: 0, bad: 0 };
      expect(rows).toHaveLength(all.length);
      rows.forEach((cells, index) => {
        const [estimate, low, high, within, warnings, error] = cells.slice(-6) as [
          string,
          string,
          string,
          string,
          string,
          string,
        ];
        const parsed = model.schema.safeParse(all[index]);
        if (!parsed.success) {
          expected.bad++;
          const details = faultsOf(parsed.error).map(({ detail }) => detail);
          return expect([estimate, low, high, within, warnings, error]).toEqual([
            "",
            "",
            "",
            "",
            "",
            details.join("; "),
          ]);
        }
        const prediction = predict(model, parsed.data, { level });
        expect(warnings).toBe(prediction.warnings.map(({ detail }) => detail).join("; "));
        if (prediction.refusal) {
          expected.refused++;
          return expect([estimate, low, high, within, error]).toEqual(["", "", "", "", prediction.refusal.detail]);
        }
        expected.scored++;
        expect(error).toBe("");
        expect(Number(estimate)).toBe(prediction.estimate);
        expect(Number(low)).toBe(prediction.interval!.low);
        expect(Number(high)).toBe(prediction.interval!.high);
        expect(within === "" ? null : Number(within)).toBe(prediction.confidence?.probability ?? null);
      });
      expect(summary).toMatchObject({ rows: all.length, ...expected });
      expect(Object.values(summary.refusals).reduce((sum, count) => sum + count)).toBe(expected.refused);
    }
  });

  test("stands behind the row as it is, byte for byte", async () => {
    const { text } = await score(house, `id,${names.join(",")},note\r\n 1 ,${good},"a ""b""\r\nc"\r\n`);
    const [estimate, low, high] = [90242.6907145235, 61882.08367202993, 118603.29775701708];
    expect(text).toContain(`id,${names.join(",")},note,estimate,low,high,within_10,warnings,error\r\n`);
    expect(text).toContain(` 1 ,${good},"a ""b""\r\nc",${estimate},${low},${high},0.346153846153`);
    expect(text.endsWith(",,\r\n")).toBe(true);
  });

  test("has commas before decimals where the table has", async () => {
    const { text, rows } = await score(house, `${names.join(";")}\n6000,0;3;2;2;no;yes;1\n1 234,5;3;2;2;no;yes;1\n`);
    expect(text).toContain(
      "6000,0;3;2;2;no;yes;1;90242,6907145235;61882,08367202993;118603,29775701708;0,346153846153",
    );
    expect(rows[1]![7]).toMatch(/^\d+,\d+$/);
  });

  test("has a name of its own where the table has columns called like it", async () => {
    const { header } = await score(house, `${names.join(",")},estimate,error,error_2\n`);
    expect(header.slice(-6)).toEqual(["estimate_2", "low", "high", "within_10", "warnings", "error_3"]);
  });
});

describe("a row at fault", () => {
  test("keeps its place and says why; the others are scored", async () => {
    const { rows, summary } = await score(house, [names.join(","), good, "x,99,2,2,no,yes,1", "", good].join("\n"));
    expect(rows).toHaveLength(3);
    expect(rows[1]).toEqual([
      ..."x,99,2,2,no,yes,1,,,,,".split(","),
      "lot area must be a number; bedrooms must be between 1 and 10",
    ]);
    expect(rows[0]).toEqual(rows[2]);
    expect(summary).toMatchObject({ rows: 3, scored: 2, bad: 1, refused: 0 });
  });

  test("that has too few or too many columns is brought to the width of the first line", async () => {
    const needed = "the row must have 7 columns, as the first line has, and has";
    const { rows } = await score(house, `${names.join(",")}\n6000,3\n${good},8,9\n`);
    expect(rows[0]).toEqual([..."6000,3,,,,,,,,,,".split(","), `${needed} 2`]);
    expect(rows[1]).toEqual([...`${good},,,,,`.split(","), `${needed} 9`]);
  });

  test.each([
    ["an open quote", `"${good}\n${good}\n`, "each quote must be closed"],
    ["text behind a quote", `"6000"x,3,2,2,no,yes,1\n`, "each quote must be closed"],
    ["a NUL byte", `${good}\0\n`, "must not contain NUL bytes"],
    ["an empty cell", ",3,2,2,no,yes,1\n", "lot area is required"],
    ["NaN", "NaN,3,2,2,no,yes,1\n", "lot area is required"],
    ["Infinity", "Infinity,3,2,2,no,yes,1\n", "lot area must be a number"],
    ["a derived feature that disagrees", "", ""],
  ])("because of %s", async (_, row, error) => {
    if (row === "") {
      const { rows } = await score(
        house,
        `${names.join(",")},area_per_bedroom\n${good},1999\n${good},2000\n${good},\n`,
      );
      expect(rows.map((cells) => cells.at(-1))).toEqual([
        "area per bedroom must equal area / bedrooms, which is 2,000 sq ft, or be left out",
        "",
        "",
      ]);
    } else expect((await answerTo(`${names.join(",")}\n${row}`)).error).toContain(error);
  });

  test("because of bytes that are not UTF-8", async () => {
    const table = Buffer.concat([
      Buffer.from(`note,${names.join(",")}\ncaf`),
      Buffer.from([0xe9]),
      Buffer.from(`,${good}\n`),
    ]);
    const { rows } = await score(house, table);
    expect(rows[0]!.at(-1)).toBe("the row must be in UTF-8");
  });

  test("because the model refuses: no estimate, the reason, and the warnings", async () => {
    const answer = await answerTo(`${names.join(",")}\n500,10,1,1,no,no,0\n`);
    expect(answer).toMatchObject({ estimate: "", low: "", high: "", within: "" });
    expect(answer.error).toContain("these values are too far from all 546 training rows");
    expect(answer.warnings).toContain("lot area: 500 sq ft");
  });
});

describe("a table at fault", () => {
  test.each([
    ["a missing column", names.slice(1).join(","), "there must be a column area for lot area"],
    ["a column twice", `${names.join(",")},lotsize,area`, "there must be one column for lot area"],
  ])("because of %s is refused before any row is read", async (_, header, message) => {
    await expect(score(house, `${header}\nx\n`)).rejects.toThrow(message);
  });

  test("with a first line alone gives a first line alone", async () => {
    const { rows, header, summary } = await score(house, names.join(","));
    expect(rows).toEqual([]);
    expect(header).toEqual([...names, ...answerColumns(house)]);
    expect(summary.rows).toBe(0);
  });
});

describe("what a spreadsheet would run", () => {
  test.each([
    ["=1+1", "'=1+1"],
    ["+cmd|' /C calc'!A0", "'+cmd|' /C calc'!A0"],
    ["@SUM(A1)", "'@SUM(A1)"],
    ["-", "'-"],
    ["\tx", "'\tx"],
    ['"=HYPERLINK(""http://x"")"', '"\'=HYPERLINK(""http://x"")"'],
    ['"\r=1"', '"\'\r=1"'],
  ])("%j becomes %j", async (cell, safe) => {
    const { text } = await score(house, `note,${names.join(",")},=note\n${cell},${good},${cell}\n`);
    expect(text.split("\n")[0]).toContain(",'=note,estimate");
    expect(text).toContain(`\n${safe},${good},${safe},90242.6`);
  });

  test.each(["-5", "+5", "-1e3", "-1,234.5", "a=1", "5-3", ""])("%j stays as it is", async (cell) => {
    const written = cell.includes(",") ? `"${cell}"` : cell;
    const { text } = await score(house, `note,${names.join(",")}\n${written},${good}\n`);
    expect(text).toContain(`\n${written},${good}`);
  });
});
