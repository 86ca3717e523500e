import fc from "fast-check";
import { describe, expect, test } from "vitest";
import { attempt, importFixtures, refusalOf, textFile, worstError } from "../../testing/import-fixtures";
import { compileDescription } from "../estimator/evaluate";
import { readFiles } from "../read-files";

const { fixture, models } = importFixtures("pmml");
const describeFixture = (name: string) => readFiles([fixture(name)]).description;

describe("readFiles(files) gives of a model in PMML a description that answers as scikit-learn does", () => {
  test.each(Object.keys(models))("%s", (name) => {
    const description = describeFixture(name);
    expect(worstError(description, models[name]!)).toBeLessThan(1e-12);
    expect(description.writer).toMatch(/^in PMML, written by (SkLearn2PMML package|Nyoka) \d/);
  });
});

/** A file of PMML with one RegressionModel. */
function pmml({
  data = '<DataField name="x" optype="continuous" dataType="double"/>',
  mining = '<MiningField name="x"/>',
  derived = "",
  table = '<RegressionTable intercept="1"><NumericPredictor name="x" coefficient="2"/></RegressionTable>',
  model = "",
  head = "",
}) {
  return textFile(
    "m.pmml",
    `<?xml version="1.0"?>${head}<PMML xmlns="http://www.dmg.org/PMML-4_4" version="4.4"><DataDictionary>${data}</DataDictionary>` +
      `<RegressionModel functionName="regression"${model}><MiningSchema><MiningField name="y" usageType="target"/>${mining}</MiningSchema>` +
      `<LocalTransformations>${derived}</LocalTransformations>${table}</RegressionModel></PMML>`,
  );
}
const described = (parts: Parameters<typeof pmml>[0]) => readFiles([pmml(parts)]).description;
const estimateOf = (parts: Parameters<typeof pmml>[0]) => compileDescription(described(parts));
const derived = (inside: string) =>
  `<DerivedField name="d" optype="continuous" dataType="double">${inside}</DerivedField>`;
const ofDerived = '<RegressionTable intercept="0"><NumericPredictor name="d" coefficient="1"/></RegressionTable>';
const fuel =
  '<DataField name="x" optype="categorical" dataType="string"><Value value="gas"/><Value value="oil"/></DataField>';
const ofFuel =
  '<RegressionTable intercept="1"><CategoricalPredictor name="x" value="gas" coefficient="2"/></RegressionTable>';

describe("readFiles(files) takes of a model in PMML", () => {
  test("names, levels, and whether a row may leave an input out or have another level", () => {
    const number = { kind: "number", levels: [], optional: true, otherLevels: false };
    const category = { kind: "category", optional: true };
    const inputs = describeFixture("used-cars.pmml").inputs;
    expect(new Map(inputs.map((input) => [input.id, input]))).toEqual(
      new Map(
        [
          { id: "age", name: "age", ...number },
          { id: "km_driven", name: "km driven", ...number },
          { id: "power", name: "power", ...number },
          {
            id: "fuel",
            name: "fuel",
            levels: ["diesel", "electric", "gas & oil", "petrol"],
            otherLevels: true,
            ...category,
          },
          { id: "seats", name: "seats", levels: [2, 4, 5, 7], otherLevels: true, ...category },
        ].map((input) => [input.id, input]),
      ),
    );
    expect(describeFixture("one-hot-error.pmml").inputs.at(-1)).toMatchObject({ otherLevels: false });
  });

  test.each([
    ["no estimate for a level that is not listed", "", NaN, 1],
    ["the base for one that is taken as it is", ' invalidValueTreatment="asIs"', 1, 1],
    ["a missing value for it", ' invalidValueTreatment="asMissing" missingValueReplacement="gas"', 3, 3],
    ["what stands for a missing value", ' missingValueReplacement="gas"', NaN, 3],
  ])("%s", (_, treatment, unknown, missing) => {
    const estimate = estimateOf({ data: fuel, mining: `<MiningField name="x"${treatment}/>`, table: ofFuel });
    expect([estimate({ x: "gas" }), estimate({ x: "oil" })]).toEqual([3, 1]);
    expect([estimate({ x: "wood" }), estimate({ x: null })]).toEqual([unknown, missing]);
  });

  test.each([
    [
      "exponents",
      {},
      '<RegressionTable intercept="1"><NumericPredictor name="x" exponent="2" coefficient="2"/></RegressionTable>',
      19,
    ],
    [
      "products",
      {},
      '<RegressionTable intercept="1"><PredictorTerm coefficient="2"><FieldRef field="x"/><FieldRef field="x"/></PredictorTerm></RegressionTable>',
      19,
    ],
    [
      "outliers",
      { mining: '<MiningField name="x" outliers="asExtremeValues" lowValue="0" highValue="2"/>' },
      undefined,
      5,
    ],
    [
      "a target that is rescaled",
      {},
      '<Targets><Target field="y" rescaleFactor="10" rescaleConstant="1"/></Targets><RegressionTable intercept="1"><NumericPredictor name="x" coefficient="2"/></RegressionTable>',
      71,
    ],
    [
      "NormContinuous",
      {
        derived: derived(
          '<NormContinuous field="x"><LinearNorm orig="1" norm="0"/><LinearNorm orig="5" norm="10"/></NormContinuous>',
        ),
      },
      ofDerived,
      5,
    ],
    [
      "Discretize",
      {
        derived: derived(
          '<Discretize field="x"><DiscretizeBin binValue="7"><Interval closure="openClosed" leftMargin="2" rightMargin="3"/></DiscretizeBin><DiscretizeBin binValue="9"><Interval closure="openOpen" leftMargin="3"/></DiscretizeBin></Discretize>',
        ),
      },
      ofDerived,
      7,
    ],
    [
      "MapValues",
      {
        derived: derived(
          '<MapValues outputColumn="o"><FieldColumnPair field="x" column="i"/><InlineTable><row><i>3</i><o>8</o></row></InlineTable></MapValues>',
        ),
      },
      ofDerived,
      8,
    ],
    [
      "if",
      {
        derived: derived(
          '<Apply function="if"><Apply function="greaterThan"><FieldRef field="x"/><Constant>2</Constant></Apply><Constant>4</Constant><FieldRef field="x"/></Apply>',
        ),
      },
      ofDerived,
      4,
    ],
    [
      "several functions",
      {
        derived: derived(
          '<Apply function="-"><Constant>10</Constant><Apply function="max"><FieldRef field="x"/><Constant>1</Constant></Apply></Apply>',
        ),
      },
      ofDerived,
      7,
    ],
  ])("%s", (_, parts, table, answer) => {
    expect(estimateOf({ ...parts, table })({ x: 3 })).toBe(answer);
  });

  test("names and texts with entities, comments and CDATA", () => {
    const data = '<!-- <a> --><DataField name="a&lt;&#x62;&#99;" optype="continuous" dataType="double"/>';
    const table = '<RegressionTable intercept="1"><NumericPredictor name="a&lt;bc" coefficient="2"/></RegressionTable>';
    const constant = derived("<Constant><![CDATA[4]]></Constant>");
    const { inputs } = described({ data, mining: '<MiningField name="a&lt;bc"/>', table, derived: constant });
    expect(inputs.map(({ name }) => name)).toEqual(["a<bc"]);
  });
});

describe("readFiles(files) refuses a model in PMML by what it is", () => {
  test.each([
    ["a forest", fixture("refused-forest.pmml"), "a MiningModel, an ensemble of other models"],
    ["a network", fixture("refused-network.pmml"), "a NeuralNetwork, a neural network"],
    ["a class", pmml({ model: ' normalizationMethod="softmax"' }), "its normalizationMethod is softmax"],
    [
      "a function",
      pmml({ derived: derived('<Apply function="uppercase"><FieldRef field="x"/></Apply>'), table: ofDerived }),
      "the function uppercase is not known",
    ],
    [
      "an inherited function",
      pmml({ derived: derived('<Apply function="constructor"/>'), table: ofDerived }),
      "the function constructor is not known",
    ],
    [
      "an expression",
      pmml({ derived: derived("<TextIndex/>"), table: ofDerived }),
      "the TextIndex in the file of PMML cannot be read",
    ],
    ["a circle", pmml({ derived: derived('<FieldRef field="d"/>'), table: ofDerived }), '"d" is derived of itself'],
    ["no field", pmml({ table: ofDerived }), 'there is no field "d"'],
    ["a date", pmml({ data: '<DataField name="x" optype="continuous" dataType="date"/>' }), "its dataType is date"],
    [
      "a mark for missing",
      pmml({
        data: '<DataField name="x" optype="continuous" dataType="double"><Value property="missing" value="-1"/></DataField>',
      }),
      'it takes "-1" for a missing value',
    ],
    ["a text as a number", pmml({ data: fuel }), "it takes x as a number"],
    [
      "a coefficient",
      pmml({ table: '<RegressionTable><NumericPredictor name="x" coefficient="NaN"/></RegressionTable>' }),
      'its coefficient is "NaN" and no number',
    ],
    [
      "too many arguments",
      pmml({
        derived: derived('<Apply function="ln"><FieldRef field="x"/><FieldRef field="x"/></Apply>'),
        table: ofDerived,
      }),
      "ln has 2 arguments",
    ],
    ["other XML", textFile("m.pmml", "<a/>"), "no PMML"],
    ["HTML", textFile("m.pmml", "<!DOCTYPE html><html></html>"), "a document type"],
    ["text", textFile("m.pmml", "hello"), "damaged"],
  ])("%s", (_, file, words) => {
    expect(refusalOf(file)).toContain(words);
  });
});

/** Fields of which each is made of the one before it, the last by the name d. */
function chain(times: number, make: (field: string) => string): string {
  return Array.from({ length: times }, (_, at) => {
    const name = at === times - 1 ? "d" : `d${at}`;
    const inside = make(`<FieldRef field="${at === 0 ? "x" : `d${at - 1}`}"/>`);
    return `<DerivedField name="${name}" optype="continuous" dataType="double">${inside}</DerivedField>`;
  }).join("");
}
const doubled = (field: string) => `<Apply function="*">${field}${field}</Apply>`;

describe("readFiles(files) holds bounds for a file of XML", () => {
  const entities = `<!DOCTYPE PMML [<!ENTITY a "${"x".repeat(20)}"><!ENTITY b "&a;&a;&a;"><!ENTITY f SYSTEM "file:///etc/passwd">]>`;
  test.each([
    ["entities of entities", pmml({ head: entities }), "a document type"],
    ["an entity that is not known", pmml({ data: '<DataField name="&f;" dataType="double"/>' }), 'the entity "&f;"'],
    ["elements within elements", textFile("m.pmml", "<PMML>".repeat(100_000)), "too deep"],
    ["fields of fields that double", pmml({ derived: chain(60, doubled), table: ofDerived }), "too many columns"],
    ["many fields of fields", pmml({ derived: chain(2_000, (field) => field), table: ofDerived }), "too many steps"],
    ["many elements", textFile("m.pmml", `<PMML>${"<a/>".repeat(400_000)}</PMML>`), "too many objects"],
    ["an open tag", textFile("m.pmml", `<PMML ${'a="1" '.repeat(100_000)}`), "damaged"],
    ["two roots", textFile("m.pmml", "<PMML></PMML><PMML></PMML>"), "damaged"],
  ])("%s", (_, file, words) => {
    expect(refusalOf(file)).toContain(words);
  });

  test("a file that is cut off anywhere", () => {
    const { bytes } = fixture("indicator.pmml");
    const end = bytes.lastIndexOf(">".charCodeAt(0));
    for (let at = 0; at < end; at++) expect(attempt({ name: "m.pmml", bytes: bytes.subarray(0, at) })).toBeUndefined();
  });

  test.each(["used-cars.pmml", "target-log1p.pmml", "ordinal.pmml"])("%s with any bytes changed", (name) => {
    const { bytes: sound } = fixture(name);
    const change = fc.tuple(fc.nat(sound.length - 1), fc.integer({ min: 9, max: 127 }));
    fc.assert(
      fc.property(fc.array(change, { minLength: 1, maxLength: 4 }), (changes) => {
        const file = sound.slice();
        for (const [at, byte] of changes) file[at] = byte;
        attempt({ name: "m.pmml", bytes: file });
      }),
      { numRuns: 1_000, seed: 14 },
    );
  });
});
