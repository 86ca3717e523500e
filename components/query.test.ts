import { expect, test } from "vitest";
import { estimatePath, formPath, readQuery, toQuery, withPlainNumbers } from "./query";
import type { Spec } from "@/lib/model/spec";

const spec = {
  id: "house",
  inputs: [
    { name: "area", label: "Lot area", kind: "number" },
    { name: "basement", label: "Basement", kind: "boolean" },
  ],
} as Spec;

test("the address of an estimate holds every input, and the form reads it back", () => {
  const path = estimatePath(spec, { area: 6000.5, basement: true });
  expect(path).toBe("/models/house/estimate?area=6000.5&basement=yes");
  expect(readQuery(spec, new URL(path, "http://host").searchParams)).toEqual({ area: "6000.5", basement: "yes" });
});

test("the address of an empty form has no query", () => {
  expect(formPath(spec)).toBe("/models/house");
});

test("what is no input of the model is left alone", () => {
  expect(readQuery(spec, toQuery({ area: "6000", utm_source: "mail" }))).toEqual({ area: "6000" });
});

test("the address of a result holds numbers with a point, whatever was typed, and the rest as it was", () => {
  const query = new URLSearchParams({ area: "6.000,5 sq ft", basement: "Y", utm_source: "mail" });
  expect(String(withPlainNumbers(spec, query, { area: 6000.5, basement: true }))).toBe(
    "area=6000.5&basement=Y&utm_source=mail",
  );
  for (const area of ["6000.50", " 6e3", "+6000"]) {
    expect(withPlainNumbers(spec, new URLSearchParams({ area }), { area: Number(area) })).toBeUndefined();
  }
});

test("a value that comes twice stays as both, which no number reads", () => {
  expect(readQuery(spec, toQuery({ area: ["6000", "7000"] }))).toEqual({ area: "6000 and 7000" });
});
