import { expect, test } from "vitest";
import {
  enteredQuery,
  estimatePath,
  formPath,
  readForFields,
  readQuery,
  toQuery,
  typedIn,
  typedName,
  withPlainNumbers,
} from "./query";
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

const german: Spec = { ...spec, inputs: spec.inputs.map((input) => ({ ...input, locale: "de" })) };

test("readForFields(spec, query) shows the numbers of an address as its reader types them", () => {
  const shown = (text: string, reader: Spec, typed?: string) =>
    readForFields(reader, toQuery({ area: text, basement: "yes", typed }));
  expect(shown("1250.5", german)).toEqual({ area: "1250,5", basement: "yes" });
  expect(shown("1.250", german).area).toBe("1,25");
  expect(shown("1,250", german).area).toBe("1250");
  expect(shown("abc", german).area).toBe("abc");
  // What was typed in the reader's own language stays as it is.
  expect(shown("1.250,50", german, "de").area).toBe("1.250,50");
  expect(shown("1,250", spec).area).toBe("1,250");
  expect(shown("1.250,50", spec, "de").area).toBe("1250.5");
});

test("withPlainNumbers(spec, query, inputs) takes away the language of the form, so that every reader has one address", () => {
  const plain = (query: Record<string, string>, inputs: Record<string, number | string>) =>
    String(withPlainNumbers(spec, new URLSearchParams(query), inputs));
  expect(plain({ typed: "de", area: "1.250" }, { area: 1250 })).toBe("area=1250");
  expect(plain({ typed: "de", area: "1250" }, { area: 1250 })).toBe("area=1250");
  expect(plain({ heating: "keine", typed: "de" }, { heating: "none" })).toBe("heating=none");
});

test("typedIn(spec, query) is English but where a form says otherwise, under a name that no input has", () => {
  expect(
    [{}, { typed: "de" }, { typed: "fr" }, { typed: "constructor" }].map((query) => typedIn(spec, toQuery(query))),
  ).toEqual(["en", "de", "en", "en"]);
  const taken = { inputs: [{ ...spec.inputs[0]!, name: "typed" }] };
  expect(typedName(taken)).toBe("form_typed");
  expect(typedIn(taken, toQuery({ typed: "de" }))).toBe("en");
  expect(String(enteredQuery(spec, toQuery({ area: "1.250", typed: "de", utm: "mail" })))).toBe("area=1.250&typed=de");
});
