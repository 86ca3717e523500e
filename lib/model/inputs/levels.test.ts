import { expect, test } from "vitest";
import type { Input } from "../spec";
import { faultOf, kindOf } from "./kinds";
import { findLevel } from "./levels";

const of = (levels: string[], sent: string | number) => levels[findLevel(levels, sent)];

test("findLevel(levels, sent) takes the very text first, then one that is the same but for case, accents' form and spaces", () => {
  expect(of(["Gas", "gas"], "gas")).toBe("gas");
  expect(of(["Gas", "gas"], "GAS")).toBeUndefined();
  expect(of(["Gas", "Oil"], "  gAS ")).toBe("Gas");
  expect(of(["Gaz  d'été"], "GAZ D'E\u0301TE\u0301")).toBe("Gaz  d'été");
  expect(of(["a b"], "ab")).toBeUndefined();
});

test("findLevel(levels, sent) takes a number in any of its forms, where only one level is that number", () => {
  for (const sent of ["1", "1.0", "01", "+1", 1]) expect(of(["1", "2"], sent)).toBe("1");
  expect(of(["1.0", "2.0"], 2)).toBe("2.0");
  expect(of(["1", "1.0"], "1.00")).toBeUndefined();
  expect(of(["1", "1.0"], "1.0")).toBe("1.0");
  expect(of(["1"], "1e0")).toBeUndefined();
  expect(of(["gas"], NaN)).toBeUndefined();
});

const city = (levels: string[], other?: { fewest: number; label: string }): Input => ({
  name: "city",
  label: "City",
  kind: "category",
  levels,
  other,
});

test("faultOf(input, sent) names a few of many levels, and the likeliest one", () => {
  const many = ["Aachen", "Bonn", "Celle", "Berlin", ...Array.from({ length: 99 }, (_, at) => `Town ${at}`)];
  expect(faultOf(city(many), "berlni")).toBe(
    "city must be one of Aachen, Bonn, Celle, Berlin, Town 0, Town 1 … and 97 more; did you mean Berlin?",
  );
  expect(faultOf(city(many), "Ouagadougou")).toBe("city must be one of Aachen, Bonn, Celle, Berlin, Town 0, Town 1 … and 97 more");
  expect(faultOf(city(["A", "B"]), "C")).toBe("city must be one of A, B");
});

test("jsonSchema of a category with other is any text of up to 200 characters", () => {
  const input = city(["A", "B"], { fewest: 10, label: "other" });
  expect(kindOf(input).jsonSchema(input)).toEqual({ type: "string", minLength: 1, maxLength: 200, examples: ["A", "B"] });
  expect(kindOf(input).encode(input, "Z")).toBe(2);
  expect(kindOf(input).decode(input, 2)).toBe("other");
});
