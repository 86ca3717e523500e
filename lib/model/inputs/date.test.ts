import fc from "fast-check";
import { describe, expect, test } from "vitest";
import { FIRST_DAY, isoOfDays, LAST_DAY } from "../../formula/calendar";
import type { Input } from "../spec";
import { dateOrderOf, readDateText } from "./date-text";
import { encodeValue, faultOf, kindOf } from "./kinds";
import { readValue } from "./text";
import { codeInWords, extremesInWords, valueInWords } from "./words";

const sold: Input = { name: "sold", label: "Sold on", kind: "date", min: "2010-01-01", max: "2015-12-31" };
const at: Input = { name: "at", label: "Begins at", kind: "date", time: true, max: "2015-12-31" };
const free: Input = { name: "free", label: "Free", kind: "date" };

describe("accept(date)", () => {
  test.each([
    [sold, "2015-06-30", "2015-06-30"],
    [sold, "2015-06-30T00:00:00.000Z", "2015-06-30"],
    [at, "2015-06-30", "2015-06-30T00:00"],
    [at, "2015-06-30T14:30", "2015-06-30T14:30"],
    [at, "2015-06-30T14:30:00Z", "2015-06-30T14:30"],
    [at, "2015-06-30T14:30:05.9+00:00", "2015-06-30T14:30:05"],
    [at, "2015-12-31T23:59:59", "2015-12-31T23:59:59"],
    [free, "0001-01-01", "0001-01-01"],
    [free, "2000-02-29", "2000-02-29"],
  ])("%# takes %s", (input, sent, value) => {
    expect(kindOf(input).accept(input, sent)).toBe(value);
  });

  test.each([
    [sold, "2015-02-30", "sold on must be a date, as 2015-06-30"],
    [sold, "2015-6-3", "sold on must be a date, as 2015-06-30"],
    [sold, 16436, "sold on must be a date, as 2015-06-30"],
    [sold, null, "sold on must be a date, as 2015-06-30"],
    [sold, "2009-12-31", "sold on must be between 1 Jan 2010 and 31 Dec 2015"],
    [sold, "2015-06-30T14:30", "sold on must be a date without a time of day"],
    [sold, "2015-06-30T00:00+02:00", "sold on must be a date, as 2015-06-30"],
    [at, "2016-01-01T00:00", "begins at must be 31 Dec 2015 or earlier"],
    [at, "2015-06-30T24:00", "begins at must be a date and a time, as 2015-06-30T14:30"],
    [free, "0000-12-31", "free must be a date, as 2015-06-30"],
    [free, "1900-02-29", "free must be a date, as 2015-06-30"],
    [free, "03/04/2015", "free must be written as 2015-04-03, since it could be 3 Apr 2015 or 4 Mar 2015"],
    [free, undefined, "free is required"],
  ])("%# refuses %s", (input, sent, fault) => {
    expect(kindOf(input).accept(input, sent)).toBeUndefined();
    expect(faultOf(input, sent)).toBe(fault);
  });
});

test("decode(date) is the inverse of encode, to the second", () => {
  const seconds = fc.integer({ min: FIRST_DAY * 86_400, max: (LAST_DAY + 1) * 86_400 - 1 });
  fc.assert(
    fc.property(seconds, (second) => {
      const open: Input = { ...at, max: undefined };
      const code = second / 86_400;
      const value = kindOf(open).decode(open, code);
      expect(kindOf(open).accept(open, value)).toBe(value);
      expect(encodeValue(open, value)).toBe(code);
    }),
  );
});

describe("readValue(date)", () => {
  test.each([
    ["2015-06-30", "2015-06-30"],
    [" 2015/6/3 ", "2015-06-03"],
    ["2015-06-30 00:00:00", "2015-06-30"],
    ["30.06.2015", "2015-06-30"],
    ["3. 4. 2015", "2015-04-03"],
    ["30/06/2015", "2015-06-30"],
    ["06/30/2015", "2015-06-30"],
    ["5/5/2015", "2015-05-05"],
    ["30 Jun 2015", "2015-06-30"],
    ["30-June-2015", "2015-06-30"],
    ["Jun 30, 2015", "2015-06-30"],
    ["2015-06-30 14:30:05", "2015-06-30T14:30:05"],
    ["6/30/2015 2:30 PM", "2015-06-30T14:30"],
    ["6/30/2015 12:05 am", "2015-06-30T00:05"],
    ["30.06.2015 14:30", "2015-06-30T14:30"],
  ])("reads %s", (text, value) => {
    expect(readValue(free, text)).toBe(value);
  });

  test.each(["20150630", "42185", "30/06/15", "2015-13-01", "31.02.2015", "30 Foo 2015", "yesterday", "03/04/2015"])(
    "leaves %s for the schema to refuse",
    (text) => expect(readValue(free, text)).toBe(text),
  );

  test("takes the reading that the bounds allow, and the one that the table tells", () => {
    const narrow: Input = { ...sold, min: "2015-04-01", max: "2015-12-31" };
    expect(readValue(narrow, "03/04/2015")).toBe("2015-04-03");
    expect(readValue(free, "03/04/2015", { dialect: { delimiter: 44, decimalComma: false, newline: "\n", dateOrder: "day first" } })).toBe("2015-04-03");
    expect(readValue(free, "03/04/2015", { dialect: { delimiter: 44, decimalComma: false, newline: "\n", dateOrder: "month first" } })).toBe("2015-03-04");
    expect(readValue(free, "06/30/2015", { dialect: { delimiter: 44, decimalComma: false, newline: "\n", dateOrder: "day first" } })).toBe("06/30/2015");
  });

  test("reads what is written of a date", () => {
    fc.assert(
      fc.property(fc.integer({ min: FIRST_DAY + 366, max: LAST_DAY }), (days) => {
        const value = isoOfDays(days);
        expect(readValue(free, valueInWords(free, value))).toBe(value);
      }),
    );
  });
});

test("dateOrderOf(texts) says what the texts tell", () => {
  expect(dateOrderOf(["03/04/2015", "30/06/2015"])).toBe("day first");
  expect(dateOrderOf(["03/04/2015", "06/30/2015"])).toBe("month first");
  expect(dateOrderOf(["03/04/2015", "2015-06-30", "n/a"])).toBeUndefined();
  expect(dateOrderOf(["30/06/2015", "06/30/2015"])).toBeUndefined();
  expect(readDateText("03/04/2015")).toEqual(["2015-04-03", "2015-03-04"]);
});

test("a date is put into words", () => {
  expect(valueInWords(sold, "2015-06-30")).toBe("30 Jun 2015");
  expect(valueInWords(at, "2015-06-30T14:30")).toBe("30 Jun 2015, 14:30");
  expect(codeInWords(at, 0.5)).toBe("1 Jan 1970, 12:00");
  expect(extremesInWords(sold, { min: 0, max: 31 })).toBe("1 Jan 1970 to 1 Feb 1970");
  expect(kindOf(sold).allowed(sold)).toBe("1 Jan 2010 to 31 Dec 2015");
  expect(kindOf(at).allowed(at)).toBe("31 Dec 2015 or earlier");
  expect(kindOf(free).allowed(free)).toBeUndefined();
});

test("the bytes of an ISO date are its days, and those of anything else are read as text", () => {
  const { read } = kindOf(free).cell(free);
  const days = (text: string) => read!(new TextEncoder().encode(`x,${text},`), 2, 2 + text.length);
  expect(days("2015-06-30")).toBe(encodeValue(free, "2015-06-30"));
  for (const text of ["2015-02-30", "2015/06/30", "2015-06-3x", "20150630", "", "2015-06-30T14:30"]) {
    expect(days(text)).toBeNaN();
  }
});
