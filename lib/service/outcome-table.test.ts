import { describe, expect, it } from "vitest";
import { readReport } from "./outcome-report";
import { readOutcomeTable } from "./outcome-table";

describe("readOutcomeTable(text, most)", () => {
  it("gives each row as a report, with numbers and answers read and empty fields left out", () => {
    expect(readOutcomeTable('receipt,actual,confirm,note\na,"$95,000",yes,\nb,,,sold\n', 9)).toEqual({
      rows: [
        { receipt: "a", actual: 95_000, confirm: true },
        { receipt: "b", note: "sold" },
      ],
    });
  });

  it("takes semicolons and decimal commas, names in any case, a byte order mark, and leaves other columns alone", () => {
    expect(readOutcomeTable("\uFEFFArea; Actual ;RECEIPT\n1,5;51000,50;a\n", 9)).toEqual({
      rows: [{ receipt: "a", actual: 51_000.5 }],
    });
  });

  it("names both readings of a number where no other tells which it is", () => {
    const read = readOutcomeTable('receipt,actual\na,"95,000"\n', 9) as { rows: unknown[] };
    expect(readReport(read.rows[0])).toMatchObject({
      faults: [{ name: "actual", detail: expect.stringContaining("must be 95000 or 95, ") }],
    });
    expect(readOutcomeTable('receipt,actual\na,"95,000"\nb,"1,095,000"\n', 9)).toMatchObject({
      rows: [{ actual: 95_000 }, { actual: 1_095_000 }],
    });
  });

  it.each([
    [
      "receipt,price\na,1\n",
      "there must be columns receipt and actual, or receipt and opinion; there are receipt, price",
    ],
    ["receipt,actual,Actual\na,1,1\n", "there must be one column actual"],
    ["receipt,actual\na,1\nb,2\nc,3\n", "there must be at most 2 rows in one call"],
    [
      'receipt,actual\n"a',
      "the body must be CSV with the columns receipt and actual: each quote must be closed right before the next column",
    ],
  ])("says of %j that %s", (text, fault) => {
    expect(readOutcomeTable(text, 2)).toEqual({ fault });
  });
});
