import { expect, test } from "vitest";
import { estimateStep, formatCount, formatNumber, formatQuantity, isYear, listInWords, meetingDollars, writerOf } from "./format";
import type { Input } from "./spec";

test("estimateStep(estimate, range) is the third digit of the range's width", () => {
  expect(estimateStep(90242.54, { low: 68295.16, high: 112190.22 })).toBe(100);
  expect(estimateStep(90242.54, { low: 90242, high: 90243 })).toBe(0.01);
});

test("estimateStep(estimate, null) is the third digit of the estimate", () => {
  const written = (estimate: number) => formatQuantity(estimate, undefined, estimateStep(estimate, null));
  expect([90242.54, 99960, 52.06, 1, 0, 0.004567, -61606].map(written)).toEqual([
    ...["90,200", "100,000", "52.1", "1.00", "0", "0.00457", "\u221261,600"],
  ]);
});

test("estimateStep(estimate, null) is a step that can be written, however small the estimate", () => {
  expect(() => formatQuantity(1e-300, undefined, estimateStep(1e-300, null))).not.toThrow();
});

test("listInWords(items) puts commas between items, and a word before the last one", () => {
  expect([[], ["a"], ["a", "b"], ["a", "b", "c"]].map(listInWords)).toEqual(["", "a", "a and b", "a, b and c"]);
});

test("formatQuantity(value, unit) reads as a person writes it", () => {
  const written = (unit?: string) => (value: number) => formatQuantity(value, unit);
  expect([0, -0, 1, 1234.5, 0.0000012, 0.00000012, -3.4e-12, 1e-6].map(written())).toEqual([
    ...["0", "0", "1", "1,234.5", "0.0000012", "1.2 × 10⁻⁷", "−3.4 × 10⁻¹²", "0.000001"],
  ]);
  expect([999_999_999, 1e9, 1.2e9, -1.25e12, 123_456_789_012, 6.02214e23].map(written())).toEqual([
    ...["1 billion", "1 billion", "1.2 billion", "−1.25 trillion", "123.457 billion", "6.02214 × 10²³"],
  ]);
  expect([1, 4.5, 0.5, 0.125, 1234.567, 1_234_567.89, 2.5e9, -4300, 0.999].map(written("USD"))).toEqual([
    ...["$1", "$4.50", "$0.50", "$0.125", "$1,234.57", "$1,234,570", "$2.5 billion", "−$4,300", "$0.999"],
  ]);
  expect([1, 1234.4].map(written("JPY"))).toEqual(["¥1", "¥1,234"]);
  expect([1, 15, 0.5].map(written("%"))).toEqual(["1%", "15%", "0.5%"]);
  expect([1, 2, 0, -1, 1.5].map(written("years"))).toEqual(["1 year", "2 years", "0 years", "−1 years", "1.5 years"]);
  const units = ["sq ft", "feet", "inches", "mbps", "°C", "cubic centimetres", "lens", "lbs", "stories"];
  expect(units.map((unit) => formatQuantity(1, unit))).toEqual([
    ...["1 sq ft", "1 foot", "1 inch", "1 mbps", "1 °C", "1 cubic centimetre", "1 lens", "1 lbs", "1 story"],
  ]);
});

test("formatQuantity(value, unit, step) keeps what the step says, however large or small", () => {
  expect(formatQuantity(1.23456e12, "USD", 1e10)).toBe("$1.23 trillion");
  expect(formatQuantity(1.2e9, undefined, 1e8)).toBe("1.2 billion");
  expect(formatQuantity(1.234e-9, undefined, 1e-11)).toBe("1.23 × 10⁻⁹");
  expect(formatQuantity(4.26, "USD", 0.1)).toBe("$4.30");
  expect(formatQuantity(90242.5, "USD", 100)).toBe("$90,200");
  expect(formatQuantity(1.0, undefined, 0.01)).toBe("1.00");
});

test("formatCount(count, one) is singular for one alone", () => {
  expect([0, 1, 2, 1200].map((count) => formatCount(count, "row"))).toEqual(["0 rows", "1 row", "2 rows", "1,200 rows"]);
  expect(formatCount(2, "entry", "entries")).toBe("2 entries");
});

test.each([
  [{ kind: "integer", name: "year_built", label: "Year built" }, true],
  [{ kind: "integer", name: "yr", label: "When" }, true],
  [{ kind: "integer", name: "built", label: "Built", min: 1850, max: 2030 }, true],
  [{ kind: "integer", name: "built", label: "Built", min: 1850, max: 2030, format: "number" }, false],
  [{ kind: "integer", name: "years", label: "Years of experience" }, false],
  [{ kind: "integer", name: "price", label: "Price", min: 0, max: 2000 }, false],
  [{ kind: "number", name: "year", label: "Year" }, false],
  [{ kind: "number", name: "when", label: "When", format: "year" }, true],
] as [Input & { kind: "number" | "integer" }, boolean][])("isYear(%j) is %j", (input, year) => {
  expect(isYear(input)).toBe(year);
  expect(formatNumber(input, 1987)).toBe(year ? "1987" : "1,987");
});

test.each([
  [["CAD", "USD"], true],
  [["EUR", "AUD", undefined, "CAD"], true],
  [["CAD", "CAD"], false],
  [["USD", "EUR", "years"], false],
  [["SEK", "NOK"], true],
  [["points", "$"], false],
  [[], false],
])("meetingDollars(%j) is %j: whether two currencies with one sign are among the units", (units, meet) => {
  expect(meetingDollars(units)).toBe(meet);
});

test("signed(amount) of a writer carries the sign, and none where a step rounds to nothing", () => {
  const { signed } = writerOf("en");
  expect([1234, -1234, -20].map((amount) => signed(amount, "CAD", 100))).toEqual(["+$1,200", "−$1,200", "$0"]);
  expect([0.25, -0.25, 0].map((amount) => signed(amount))).toEqual(["+0.25", "−0.25", "0"]);
  expect(writerOf("de").signed(1234.5, "CAD", 0.1)).toBe("+1.234,50\u00a0CA$");
});

test.each([
  [0.8, "8 out of 10", "8 von 10"],
  [0.95, "95 out of 100", "95 von 100"],
  [0.999, "99.9 out of 100", "99,9 von 100"],
])("outOf(%d) of a writer is a frequency", (level, english, german) => {
  expect([writerOf("en").outOf(level), writerOf("de").outOf(level)]).toEqual([english, german]);
});

test("writerOf(locale) writes numbers, dates and lists as the language does", () => {
  const { quantity, share, date, list, value, count, day } = writerOf("de");
  expect([quantity(1250.5), quantity(90200, "CAD"), quantity(15, "%"), quantity(1.2e9), quantity(1, "Jahre")]).toEqual([
    "1.250,5",
    "90.200\u00a0CA$",
    "15\u00a0%",
    "1,2 Milliarden",
    "1 Jahr",
  ]);
  expect([share(0.001), share(0.41)]).toEqual(["weniger als 1\u00a0%", "41\u00a0%"]);
  expect([date("2015-06-30T14:30"), day(Date.UTC(2026, 2, 1))]).toEqual(["30. Juni 2015, 14:30", "1. März 2026"]);
  expect([list(["a", "b", "c"]), value(true), count(1, "Zeile", "Zeilen")]).toEqual(["a, b und c", "ja", "1 Zeile"]);
});

test("writer.unit(unit) is the sign of a currency in amounts of it, and any other unit as it is", () => {
  const [en, de] = [writerOf("en"), writerOf("de")];
  expect(["CAD", "USD", "EUR", "sq ft"].map((unit) => en.unit(unit))).toEqual(["$", "$", "€", "sq ft"]);
  expect(["CAD", "USD", "EUR", "sq ft"].map((unit) => de.unit(unit))).toEqual(["CA$", "$", "€", "sq ft"]);
  expect(en.withCountries.unit("CAD")).toBe("CA$");
});

test("writer.quoted(name) has the quotation marks of the language", () => {
  expect([writerOf("en").quoted("Salary"), writerOf("de").quoted("Gehalt")]).toEqual(["“Salary”", "„Gehalt“"]);
});
