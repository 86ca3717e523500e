import { expect, test } from "vitest";
import { openTable } from "../csv/table";
import { exampleRows } from "../model/inputs/example";
import { publishedModel } from "../testing/models";
import { BlockScorer } from "./score-block";
import { writeInputs } from "./write-inputs";

test("writeInputs(spec, rows) is a table that scoring reads without a fault", async () => {
  for (const id of ["salary", "house-price", "house-price-hedonic"]) {
    const model = await publishedModel(id);
    const table = await openTable([new TextEncoder().encode(writeInputs(model.spec, exampleRows(model)))]);
    const scorer = new BlockScorer(model, table.header);
    for await (const block of table.blocks)
      expect(scorer.scoreBlock(block).summary).toMatchObject({ rows: 2, scored: 2 });
  }
});

test("writeInputs(spec, rows) puts levels with commas, quotes and line breaks into quotes", () => {
  const levels = ["gas, piped", 'oil "heavy"', "wood\nor coal"];
  const input = { name: "heating", label: "Heating", kind: "category" as const, levels };
  const rows = levels.map((level) => ({ heating: level }));
  expect(writeInputs({ inputs: [input] }, rows)).toBe('heating\n"gas, piped"\n"oil ""heavy"""\n"wood\nor coal"\n');
});
