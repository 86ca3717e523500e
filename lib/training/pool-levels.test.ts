import { expect, test } from "vitest";
import { writeBundle } from "../families";
import { codingInWords } from "../model/coding-words";
import { predict } from "../model/answer/predict";
import { readInputs } from "../model/inputs/read-inputs";
import type { Inputs } from "../model/inputs/value";
import { parseSpec } from "../model/spec";
import { makeSpec, trainModel } from "../testing/models";
import { poolLevels } from "./pool-levels";

const level = (code: number) => `L${String(code).padStart(4, "0")}`;
const levels = (count: number) => Array.from({ length: count }, (_, code) => level(code));
const city = (count: number, other?: object) => ({
  name: "city",
  label: "City",
  kind: "category",
  levels: levels(count),
  other,
});
const size = { name: "a", label: "Size", kind: "number" };
const rowsOf = (cities: string[]) =>
  cities.map((name, i): { inputs: Inputs; actual: number } => {
    return {
      inputs: { city: name, a: (i * 7) % 13 },
      actual: 5 + ((i * 7) % 13) + (name.charCodeAt(4) % 3) + ((i * 37) % 11) / 5,
    };
  });

test("poolLevels(spec, counts) raises the threshold until there are 500 coefficients, and no further", () => {
  const spec = parseSpec(makeSpec({ inputs: [city(5000, { fewest: 3 }), size], terms: ["a", "city", "city : a"] }));
  // Level n has n / 20 rows: 249 groups beside the pool give 1 + 1 + 2 · 249 = 500 coefficients.
  const counts = [...levels(5000).map((_, code) => Math.floor(code / 20)), 0];
  const { coding, fewest } = poolLevels(spec, new Map([["city", counts]]));
  const kept = 5000 - (coding.pooled.city!.length - 1);
  expect(2 + 2 * kept).toBeLessThanOrEqual(500);
  expect(2 + 2 * (kept + 20)).toBeGreaterThan(500);
  expect(fewest.city).toBe(238);
  expect(coding.pooled.city!.at(-1)).toBe(5000);
});

test("poolLevels(spec, counts) pools nothing where no row would be in the pool, and one level alone only where it is asked for", () => {
  const pool = (other: object | undefined, counts: number[]) => {
    const spec = parseSpec(makeSpec({ inputs: [city(3, other), size], terms: ["a", "city"] }));
    return poolLevels(spec, new Map([["city", counts]])).coding.pooled;
  };
  expect(pool({ fewest: 5 }, [9, 9, 9, 0])).toEqual({});
  expect(pool({ fewest: 5 }, [9, 9, 2, 0])).toEqual({ city: [2, 3] });
  expect(pool({ fewest: 5 }, [9, 9, 9, 4])).toEqual({ city: [3] });
  expect(pool(undefined, [9, 9, 2, 0])).toEqual({});
  // A level that is called as the pool is belongs to it.
  expect(pool({ fewest: 5, label: "L0001" }, [9, 9, 9, 0])).toEqual({ city: [1, 3] });
});

test("trainModel of 5,000 levels keeps at most 500 coefficients, in an artifact of a few megabytes", async () => {
  const many = Array.from({ length: 1200 }, (_, i) => (i % 3 ? level(i % 20) : level((i * 7) % 5000)));
  const rows = rowsOf([...many, ...levels(5000).slice(0, 20)]);
  const model = await trainModel({ inputs: [city(5000, { fewest: 10 }), size], terms: ["a", "city"] }, rows);
  expect(model.predictor.coefficients!.length).toBeLessThanOrEqual(500);
  expect(writeBundle(model.bundle).length).toBeLessThan(3e6);
  expect(codingInWords(model.spec, model.predictor.coding, model.evidence)[0]).toMatch(
    /^4,98\d of the 5,000 levels of city have fewer than 10 rows and share one coefficient, "other" \(\d+ rows together\): L00.. … and 4,97\d more\. A city that is not listed is also estimated this way\.$|^4,98\d of the 5,000/,
  );
});

const cities = (counts: number[]) => counts.flatMap((count, code) => Array.from({ length: count }, () => level(code)));

test("predict(model, inputs) estimates a level that is not listed as the pool, with a warning and without confidence", async () => {
  const model = await trainModel(
    { inputs: [city(4, { fewest: 10, label: "rest" }), size], terms: ["a", "city"] },
    rowsOf(cities([30, 30, 4, 3])),
  );
  const ask = (name: unknown) => {
    const read = readInputs(model, { city: name, a: 5 });
    if ("faults" in read) return read.faults;
    return predict(model, read.inputs);
  };
  expect(model.predictor.coefficients!.map(({ term }) => term)).toEqual([
    "(intercept)",
    "a",
    "city[L0001]",
    "city[rest]",
  ]);
  const unknown = ask("Atlantis");
  expect(unknown).toMatchObject({ refusal: null, confidence: null, fsd: null });
  expect(unknown).toMatchObject({
    estimate: (ask("L0002") as { estimate: number }).estimate,
    warnings: [
      {
        code: "unknown_level",
        input: "city",
        detail:
          "city: the model does not know this value; it is estimated like all rare values together (7 training rows)",
      },
    ],
  });
  expect((unknown as { contributions: { value: unknown }[] }).contributions[0]!.value).toBe("Atlantis");
  expect(ask("L0003")).toMatchObject({ warnings: [] });
  expect(ask(" l0001 ")).toMatchObject({ warnings: [], contributions: [{ value: "L0001" }, {}] });
  expect(ask("")).toMatchObject([{ name: "city", detail: "city must be a text of at most 200 characters" }]);
  expect(ask("x".repeat(201))).toMatchObject([{ name: "city" }]);
});

test("predict(model, inputs) refuses a level that is not listed where no row has such a level", async () => {
  const model = await trainModel(
    { inputs: [city(2, { fewest: 10 }), size], terms: ["a", "city"] },
    rowsOf(cities([30, 30])),
  );
  expect(predict(model, { city: "Atlantis", a: 5 })).toMatchObject({
    estimate: null,
    refusal: {
      code: "too_far_from_training",
      detail:
        "city: the model does not know this value and no training row has such a value, so there is no estimate; it knows L0000 or L0001",
    },
  });
  expect(predict(model, { city: "L0001", a: 5 })).toMatchObject({ refusal: null });
});

test("trainModel names a level that no row has, and pools it where there is a pool", async () => {
  const inputs = (other?: object) => [city(4, other), size];
  const rows = rowsOf(cities([30, 30, 4, 0]));
  await expect(trainModel({ inputs: inputs(), terms: ["a", "city"] }, rows)).rejects.toThrow(
    'no row has city L0003; leave it out of the levels, or add "other" to city, which pools rare levels',
  );
  const model = await trainModel({ inputs: inputs({ fewest: 10 }), terms: ["a", "city"] }, rows);
  expect(predict(model, { city: "L0003", a: 5 }).warnings).toMatchObject([
    { code: "outside_training_range", detail: "city: no training row has the value “L0003”" },
  ]);
  // A reference that no row has would make another level follow from the intercept.
  await expect(trainModel({ inputs: inputs(), terms: ["a", "city"] }, rowsOf(cities([0, 30, 30, 4])))).rejects.toThrow(
    "no row has city L0000",
  );
});
