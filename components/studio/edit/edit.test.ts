import { EDIT_WORDS } from "./words";
import { expect, test } from "vitest";
import { mergePatchOf, type JsonObject } from "../json";
import { faultsAt, faultsIn } from "./faults";
import { columnsBeside, moved, usesOf, withColumn, withoutInput } from "./inputs";
import { keyOf, mergeSpecs } from "./merge";
import { fieldInWords } from "./place-words";
import { previewFormulas, previewInWords } from "./preview";
import { sheetOf, specOf } from "./sheet";

const house = (): JsonObject => ({
  id: "houses",
  title: "Price, houses",
  summary: "An estimate of price from three inputs.",
  target: { name: "price", label: "Price", positive: true, tolerance: { relative: 0.1 } },
  inputs: [
    { name: "area", label: "Area", kind: "number", min: 500, max: 50_000, missing: { value: 4600 } },
    { name: "bedrooms", label: "Bedrooms", kind: "integer", typical: 3 },
    { name: "heating", label: "Heating", kind: "category", levels: ["gas", "oil"], other: { fewest: 10 } },
  ],
  derived: [{ name: "per_room", label: "Area per bedroom", formula: "area / bedrooms" }],
  terms: ["area", "bedrooms", "heating", "log(per_room)"],
  training: { file: "training.csv", columns: { area: "Lot Area" }, showRows: false },
  card: { intendedUse: "A first idea.", limits: ["It is young.", "It is small."], source: "Three rows." },
});
const edit = (change: (sheet: ReturnType<typeof sheetOf>) => void) => {
  const sheet = sheetOf(house());
  change(sheet);
  return specOf(sheet, house());
};

test("specOf(sheetOf(spec), spec) is the spec, with what no field shows", () => {
  expect(specOf(sheetOf(house()), house())).toEqual(house());
});

test("mergePatchOf(before, after) has what changed: members, null for what is gone, lists whole", () => {
  expect(
    mergePatchOf(
      house(),
      edit(() => undefined),
    ),
  ).toEqual({});
  const after = edit((sheet) => {
    sheet.target.unit = "CAD";
    sheet.target.positive = false;
    sheet.derived[0]!.label = "Room";
  });
  expect(mergePatchOf(house(), after)).toEqual({
    target: { unit: "CAD", positive: false },
    derived: [{ name: "per_room", label: "Room", formula: "area / bedrooms" }],
  });
  expect(mergePatchOf({ a: { b: 1, c: 2 } }, { a: { b: 1 } })).toEqual({ a: { c: null } });
});

test("columnsBeside(draft) are the columns of the table without the target's", () => {
  const columns = ["price", "Lot Area", "Kaufpreis"].map((name) => {
    return { name, input: name === "Lot Area" ? "area" : null, reason: null, offered: null };
  });
  const guesses = { rows: 9, columns, notes: [], decisions: [] };
  const named = (spec: JsonObject) => columnsBeside({ spec, guesses }).map(({ name }) => name);
  expect(named(house())).toEqual(["Lot Area", "Kaufpreis"]);
  const training = { file: "training.csv", columns: { price: "Kaufpreis" } };
  expect(named({ ...house(), training })).toEqual(["price", "Lot Area"]);
});

test("specOf(sheet) has a language where the texts are not English, or where the description had one", () => {
  expect(edit((sheet) => Object.assign(sheet, { language: "de" })).language).toBe("de");
  const german = { ...house(), language: "de" };
  expect(specOf({ ...sheetOf(german), language: "en" }, german).language).toBe("en");
});

test("specOf(sheet) reads numbers as people write them and leaves others for the description to refuse", () => {
  const spec = edit((sheet) => {
    sheet.inputs[0]!.min = "1,500";
    sheet.inputs[0]!.max = "many";
  });
  expect(spec.inputs).toMatchObject([{ min: 1500, max: "many" }, {}, {}]);
  expect(faultsIn(spec)).toEqual({ "inputs.0.max": { detail: "enter a number" } });
});

test("specOf(sheetOf(spec, locale), spec, locale) reads numbers, yes and no as a German reader types them", () => {
  const spec = { ...house(), inputs: [{ name: "share", label: "Share", kind: "number", min: 0.5, max: 1500 }] };
  const sheet = sheetOf(spec, "de");
  expect(sheet.inputs[0]).toMatchObject({ min: "0,5", max: "1500" });
  expect(specOf(sheet, spec, "de").inputs).toEqual(spec.inputs);
  Object.assign(sheet.inputs[0]!, { max: "1.500,25", missing: "assume", assumed: "−1,5" });
  expect(specOf(sheet, spec, "de").inputs).toMatchObject([{ max: 1500.25, missing: { value: -1.5 } }]);
  Object.assign(sheet.inputs[0]!, { kind: "boolean", typical: "Nein", assumed: "ja" });
  expect(specOf(sheet, spec, "de").inputs).toMatchObject([{ typical: false, missing: { value: true } }]);
});

test("specOf(sheet) of another kind drops what that kind does not have", () => {
  const spec = edit((sheet) => Object.assign(sheet.inputs[2]!, { kind: "boolean", typical: "yes" }));
  expect((spec.inputs as JsonObject[])[2]).toEqual({
    name: "heating",
    label: "Heating",
    kind: "boolean",
    typical: true,
  });
});

test("faultsIn(spec) names the field of each fault in words", () => {
  expect(faultsIn(house())).toEqual({});
  const faults = faultsIn(
    edit((sheet) => {
      sheet.derived[0]!.formula = "area / bedroms";
      sheet.terms[1]!.text = "log(";
      sheet.inputs[2]!.levels = "gas";
      sheet.inputs[0]!.typical = "10";
    }),
  );
  expect(faults).toMatchObject({
    "derived.0.formula": { detail: "bedroms is neither an input nor a derived feature declared before" },
    "terms.1.text": { detail: "the formula ends too early" },
    "inputs.2.levels": { detail: "must be at least 2" },
    "inputs.0.typical": { detail: "must lie between min and max" },
  });
});

test("faultsIn(spec, locale) says by its code what a field needs, and marks the texts that are English alone", () => {
  const spec = edit((sheet) => {
    sheet.inputs[0]!.min = "viel";
    sheet.title = "";
  });
  expect(faultsIn(spec, "de")).toEqual({
    title: { detail: "geben Sie einen Text ein" },
    "inputs.0.min": { detail: "geben Sie eine Zahl ein" },
  });
  const few = edit((sheet) => void (sheet.inputs[2]!.levels = "gas"));
  expect(faultsIn(few, "de")).toEqual({ "inputs.2.levels": { detail: "geben Sie mindestens 2 Ausprägungen ein" } });
  const formulas = edit((sheet) => {
    sheet.derived[0]!.formula = "area * * 2";
    sheet.terms.splice(1, 1);
  });
  expect(faultsIn(formulas, "de")).toEqual({
    "derived.0.formula": {
      detail: "die Formel ist ab Zeichen 8, „*“, nicht lesbar: erwartet wird ein Name, eine Zahl oder eine Klammer",
    },
    "inputs.1": { detail: "bedrooms kommt in keinem Term und keinem abgeleiteten Merkmal vor" },
  });
});

test("faultsAt(errors) leads the pointers of a refusal to fields", () => {
  const detail = "must not be empty";
  const pointers = ["#/spec/inputs/2/levels/0", "/derived/0/formula", "#/spec/card/limits/1", "#/spec/alerts/0"];
  expect(Object.keys(faultsAt(pointers.map((pointer) => ({ pointer, detail }))))).toEqual([
    ...["inputs.2.levels", "derived.0.formula", "card.limits", ""],
  ]);
});

test("withoutInput(sheet, name) takes away the derived features and terms that use it", () => {
  const sheet = sheetOf(house());
  expect(usesOf(sheet, "area").terms.map(({ text }) => text)).toEqual(["area", "log(per_room)"]);
  const spec = specOf(withoutInput(sheet, "area"), house());
  expect(spec).toMatchObject({ derived: [], terms: ["bedrooms", "heating"], training: { columns: {} } });
  expect(faultsIn(spec)).toEqual({});
});

test("withColumn(sheet, column) takes a column in with its terms, under the name that the table has", () => {
  const offered = { input: { name: "year_built", label: "Year built", kind: "integer" }, terms: ["year_built"] };
  const sheet = withColumn(sheetOf(house()), { name: "Year Built", input: null, reason: "it may leak", offered });
  const spec = specOf(sheet, house());
  expect(spec.training).toMatchObject({ columns: { area: "Lot Area", year_built: "Year Built" } });
  expect(spec.terms).toContain("year_built");
  expect(faultsIn(spec)).toEqual({});
});

test("moved(list, from, by) moves one item, and none past the ends", () => {
  expect(moved(["a", "b", "c"], 0, 1)).toEqual(["b", "a", "c"]);
  expect(moved(["a", "b", "c"], 2, -1)).toEqual(["a", "c", "b"]);
  expect(moved(["a", "b", "c"], 2, 1)).toEqual(["a", "b", "c"]);
});

test("previewFormulas(spec, faults, table) computes formulas on the first rows, those at fault left out", () => {
  const table = {
    header: ["Lot Area", "bedrooms", "heating"],
    rows: [
      ["6000", "3", "gas"],
      ["", "2", "oil"],
      ["5000", "0", ""],
    ],
  };
  expect(previewFormulas(house(), {}, table)).toEqual({
    // What is missing is assumed, and nothing can be divided by 0.
    "derived.0.formula": [2000, 2300, NaN],
    "terms.0.text": [6000, 4600, 5000],
    "terms.1.text": [3, 2, 0],
    "terms.3.text": [Math.log(2000), Math.log(2300), NaN],
  });
  const spec = edit((sheet) => void (sheet.derived[0]!.formula = "area /"));
  expect(previewFormulas(spec, faultsIn(spec), table)["terms.0.text"]).toEqual([6000, 4600, 5000]);
  expect(previewInWords("en", [2000, 0.123456, NaN], "sq ft")).toBe("2,000 sq ft, 0.1235 sq ft, no value");
});

const changed = (change: (spec: JsonObject) => void) => {
  const spec = house();
  change(spec);
  return spec;
};
const input = (spec: JsonObject, index: number) => (spec.inputs as JsonObject[])[index]!;

test("mergeSpecs(base, mine, theirs) takes each change from the side that made it, and asks where both did", () => {
  const mine = changed((spec) => {
    spec.title = "Mine";
    input(spec, 0).label = "Lot";
  });
  const theirs = changed((spec) => {
    spec.title = "Theirs";
    input(spec, 0).unit = "sq ft";
    spec.inputs = [input(spec, 1), input(spec, 0), input(spec, 2)];
  });
  const { merged, differences } = mergeSpecs(house(), mine, theirs, () => true);
  expect(differences.map((each) => [keyOf(each), each.both])).toEqual([
    ["title", true],
    ["inputs/area/unit", false],
  ]);
  expect(merged.title).toBe("Mine");
  expect((merged.inputs as JsonObject[]).map(({ name }) => name)).toEqual(["bedrooms", "area", "heating"]);
  expect(input(merged, 1)).toMatchObject({ label: "Lot", unit: "sq ft" });
  expect(mergeSpecs(house(), mine, theirs, () => false).merged.title).toBe("Theirs");
});

test("mergeSpecs(base, mine, theirs) of an input that one removes and the other changes asks for the whole input", () => {
  const mine = changed((spec) => void (spec.inputs = [input(spec, 0), input(spec, 2)]));
  const theirs = changed((spec) => void (input(spec, 1).label = "Rooms"));
  const { merged, differences } = mergeSpecs(house(), mine, theirs, () => false);
  expect(differences).toMatchObject([{ path: ["inputs", "bedrooms"], mine: undefined, both: true }]);
  expect(input(merged, 2)).toMatchObject({ label: "Rooms" });
  expect((mergeSpecs(house(), mine, theirs, () => true).merged.inputs as JsonObject[]).length).toBe(2);
});

test("fieldInWords(locale, field, spec) says where a fault is, by the labels of fields", () => {
  const spec = { ...house(), derived: [{ name: "", label: "", formula: "" }] };
  const fields = [
    "inputs.0.max",
    "inputs.1",
    "derived.0.formula",
    "terms.1.text",
    "card.limits",
    "target.unit",
    "title",
  ];
  expect(fields.map((field) => fieldInWords("en", field, spec))).toEqual([
    ...["Area, maximum", "Bedrooms", "Derived feature 1, formula", "Term 2"],
    ...["Its limits", "What it estimates, unit", "Title"],
  ]);
  expect(fieldInWords("de", "inputs.0.max", spec)).toBe("Area, Maximum");
});

test("the hint of the phrase is one that continues 8 out of 10", () => {
  expect(EDIT_WORDS.en.phraseHint).toContain("houses like this sold for");
  expect(EDIT_WORDS.de.phraseHint).toContain("Häusern wie diesem kosteten");
});
