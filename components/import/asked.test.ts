import { describe, expect, test } from "vitest";
import type { InputDescription } from "@/lib/import/estimator/description";
import { askedOf, changedNames, splitNames } from "./asked";
import { needsOf } from "./needs";

const input = (name: string | null): InputDescription => {
  return { id: "x1", name, kind: "number", levels: [], optional: false, otherLevels: false };
};
const unnamed = { inputs: [input(null), input(null)] };

describe("splitNames(pasted) reads names one after the other", () => {
  test.each([
    ["age, km driven,power", ["age", "km driven", "power"]],
    ["['age', 'km_driven', 'power']", ["age", "km_driven", "power"]],
    ['["age", "km_driven"]\n', ["age", "km_driven"]],
    ["Index(['age', 'power (hp)'], dtype='object')", ["age", "power (hp)"]],
    ["array(['age', 'power'], dtype=object)", ["age", "power"]],
    ["age\tkm\tpower", ["age", "km", "power"]],
    ["age\r\npower (hp)\r\n", ["age", "power (hp)"]],
    ["power (hp)", ["power (hp)"]],
    ["height [cm], width [cm]", ["height [cm]", "width [cm]"]],
    ["", []],
  ])("%j", (pasted, names) => {
    expect(splitNames(pasted)).toEqual(names);
  });
});

describe("needsOf(locale, description, asked) lists what is missing, in the order of the fields", () => {
  test("everything of a model without names", () => {
    expect(needsOf("en", unnamed, { target: " ", id: "", names: ["", ""], positive: false })).toEqual([
      { field: "import-target", detail: "name what the model estimates" },
      { field: "import-id", detail: "give the model an id" },
      { field: "import-name-1", detail: "name input 1" },
      { field: "import-name-2", detail: "name input 2" },
    ]);
  });

  test("an id that no address can hold, a name that is there twice, and one with a comma", () => {
    const asked = { target: "price", id: "My cars", names: ["a, b", "a, b"], positive: false };
    expect(needsOf("en", unnamed, asked).map(({ detail }) => detail)).toEqual([
      "write the id in small letters, digits and hyphens; it starts with a letter and has at most 60 characters",
      "remove the comma from the name of input 1",
      "give input 2 another name: input 1 is already a, b",
    ]);
  });

  test("in German", () => {
    const asked = { target: "", id: "Autos", names: ["Alter", "Alter"], positive: false };
    expect(needsOf("de", unnamed, asked).map(({ detail }) => detail)).toEqual([
      "benennen Sie, was das Modell schätzt",
      "schreiben Sie die ID mit Kleinbuchstaben, Ziffern und Bindestrichen; sie beginnt mit einem Buchstaben und hat höchstens 60 Zeichen",
      "geben Sie Eingabe 2 einen anderen Namen: Eingabe 1 heißt schon Alter",
    ]);
  });

  test("nothing where all is named, be it with a comma that the file has", () => {
    const asked = { target: "price", id: "cars", names: ["area, sq ft", "b"], positive: false };
    expect(needsOf("en", { inputs: [input("area, sq ft"), input("b")] }, asked)).toEqual([]);
  });
});

test("askedOf(locale, asked, files) gives placeholders to what has no name yet", () => {
  expect(askedOf("de", { target: "", id: "", names: [""], positive: false }, [])).toMatchObject({
    target: "Zielgröße",
    names: ["Eingabe 1"],
  });
  expect(askedOf("en", { target: "", id: "My cars", names: ["", " age "], positive: true }, ["model.pkl"])).toEqual({
    target: "Target",
    id: "model",
    names: ["Input 1", "age"],
    positive: true,
    files: ["model.pkl"],
    language: "en",
  });
});

test("changedNames(inputs, names) gives none where the names are those of the file", () => {
  expect(changedNames([input("age"), input("km")], ["age", "km "])).toBeUndefined();
  expect(changedNames([input("age"), input(null)], ["age", "km"])).toEqual(["age", "km"]);
});
