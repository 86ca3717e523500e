import { describe, expect, it } from "vitest";
import { readOutcomeTable } from "./outcome-table";

describe("readOutcomeTable(text, most)", () => {
  it("gives each row as a report, with numbers and answers read and empty fields left out", () => {
    expect(readOutcomeTable('receipt,actual,confirm,note\na,"95,000",yes,\nb,,,sold\n', 9)).toEqual({
      rows: [
        { receipt: "a", actual: 95_000, confirm: true },
        { receipt: "b", note: "sold" },
      ],
    });
  });

  it.each([
    ["receipt,price\na,1\n", "the columns must be among receipt, actual, opinion, date, note, confirm"],
    ["receipt,actual\na,1\nb,2\nc,3\n", "there must be at most 2 rows in one call"],
    ['receipt,actual\n"a', "the body must be CSV with the columns receipt and actual"],
  ])("says of %j that %s", (text, fault) => {
    expect(readOutcomeTable(text, 2)).toEqual({ fault });
  });
});
