import { expect, test } from "vitest";
import { daysOfIso } from "../formula/calendar";
import type { Input } from "../model/spec";
import { labelBin } from "./bin-label";

test("labelBin puts the dates of a bin into words", () => {
  const sold: Input = { name: "sold", label: "Sold on", kind: "date" };
  const at: Input = { ...sold, time: true };
  const knots = Float64Array.from(["2015-01-01", "2015-06-30", "2015-12-31"], daysOfIso);
  const label = (input: Input, first: number, last: number) =>
    labelBin("en", { first, last, reference: 0, current: 0 }, knots, input);
  expect(label(sold, 0, 1)).toBe("up to 1 Jan 2015");
  expect(label(sold, 2, 3)).toBe("30 Jun 2015");
  expect(label(sold, 2, 6)).toBe("from 30 Jun 2015");
  expect(label(at, 2, 5)).toBe("1 Jan 2015, 00:00 to 31 Dec 2015, 00:00");
});
