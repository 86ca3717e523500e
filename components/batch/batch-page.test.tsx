import { bareModel, publishedModel } from "@/lib/testing/models";
import { renderToStaticMarkup } from "react-dom/server";
import { describe, expect, test } from "vitest";
import { BatchPage } from "./batch-page";
import { DoubtTable } from "./doubt-table";
import { labelsOf } from "./labels";
import { PreviewTable } from "./preview-table";
import type { RowAnswer } from "./read-answer";

const houses = await publishedModel("house-price");
const bare = await bareModel("house-price");
const NO_NUMBER = /NaN|undefined|Infinity/;
const page = (model: typeof houses) =>
  renderToStaticMarkup(<BatchPage model={model} origin="https://example.com" receipts kept={null} />);

const ranged: RowAnswer = { estimate: 90242.5, low: 68295.1, high: 112190.2, within: 0.41, warnings: "", error: "" };
const rangeless: RowAnswer = { ...ranged, low: NaN, high: NaN, within: NaN };
const none: RowAnswer = { ...rangeless, estimate: NaN, error: "lot area is required" };

describe("BatchPage(props)", () => {
  test("says what comes back of a model with a range", () => {
    const html = page(houses);
    expect(html).not.toMatch(NO_NUMBER);
    expect(html).toContain("with an estimate and range for each row, and the reason where there is none.");
    expect(html).toContain("the range for the share of cases that you choose");
    expect(html).not.toMatch(/There is no range|>empty:/);
  });

  test("says of a model without rows why there is no range and which columns stay empty", () => {
    const html = page(bare);
    expect(html).not.toMatch(NO_NUMBER);
    expect(html).toContain("There is no range: no rows with known outcomes came with this model,");
    expect(html).toContain("with an estimate for each row, and the reason where there is none.");
    for (const name of ["low, high", "within_10", "warnings"]) {
      expect(html).toMatch(new RegExp(`${name}</code></dt><dd[^>]*>empty: `));
    }
  });

  test("says at its top where a key is needed, and sends it in the sample", () => {
    const keyed = (needed: boolean) =>
      renderToStaticMarkup(
        <BatchPage model={houses} origin="https://example.com" receipts kept={null} keys={{ needed, created: true }} />,
      );
    const [before, after] = keyed(true).split("You need an API key from the owner of this server.");
    expect(before).not.toContain('type="file"');
    expect(after).toContain("authorization: Bearer $GLASSHOUSE_KEY");
    expect(keyed(false)).not.toMatch(/API key|authorization/);
  });

  test("names the columns of a model that was not trained here by its inputs alone", () => {
    const html = page({ ...bare, spec: { ...bare.spec, training: undefined } });
    expect(html).not.toMatch(NO_NUMBER);
    expect(html).not.toContain("lotsize");
  });
});

describe("PreviewTable(props)", () => {
  const table = (answers: RowAnswer[], level: number | null) =>
    renderToStaticMarkup(
      <PreviewTable
        spec={houses.spec}
        labels={labelsOf(houses.spec)}
        level={level}
        columns={[]}
        rows={answers.map((answer, index) => ({ row: index + 2, cells: [], answer, fault: "" }))}
      />,
    );

  test("shows ranges and probabilities at a level", () => {
    const html = table([ranged, none], 0.8);
    expect(html).not.toMatch(NO_NUMBER);
    expect(html).toContain("$68,300 to $112,200");
    expect(html).toContain("41%");
  });

  test("shows estimates alone, in three significant digits, where there is no level", () => {
    const html = table([rangeless, none], null);
    expect(html).not.toMatch(NO_NUMBER);
    expect(html).toContain("$90,200");
    expect(html).not.toMatch(/Range|Within/);
  });
});

describe("DoubtTable(props)", () => {
  const table = (level: number | null, ...doubts: RowAnswer[]) =>
    renderToStaticMarkup(
      <DoubtTable
        spec={houses.spec}
        labels={labelsOf(houses.spec)}
        level={level}
        doubts={doubts.map((doubt) => ({ row: 2, ...doubt }))}
      />,
    );

  test("shows a probability that is not known as such", () => {
    const html = table(0.8, { ...ranged, within: NaN, warnings: "far" });
    expect(html).not.toMatch(NO_NUMBER);
    expect(html).toContain("not known");
  });

  test("has neither ranges nor probabilities where there is no level", () => {
    const html = table(null, { ...rangeless, warnings: "lot area is large" });
    expect(html).not.toMatch(NO_NUMBER);
    expect(html).toContain("These estimates are outside the training data.");
    expect(html).not.toMatch(/Range|Within|probability/);
  });
});
