import fc from "fast-check";
import { expect, test } from "vitest";
import type { Inputs } from "../inputs/schema";
import { predict } from "./predict";
import { findRemedy } from "./remedy";
import { publishedModel } from "../../testing/models";

const houses = await publishedModel("house-price");
const house: Inputs = {
  area: 500,
  bedrooms: 10,
  bathrooms: 1,
  stories: 1,
  guest_rooms: false,
  basement: false,
  parking: 0,
};

test("numbers outside the training range move to its edge, and nothing else does", () => {
  expect(predict(houses, house).refusal?.code).toBe("too_far_from_training");
  const remedy = findRemedy(houses, house)!;
  expect(remedy.changed).toEqual(["area", "bedrooms"]);
  expect(remedy.inputs).toEqual({ ...house, area: 1650, bedrooms: 6 });
  expect(predict(houses, remedy.inputs).estimate).toBe(remedy.estimate);
});

test("every refused house has a way to an estimate", () => {
  const share = fc.double({ min: 0, max: 1, noNaN: true });
  let refused = 0;
  fc.assert(
    fc.property(fc.array(share, { minLength: 7, maxLength: 7 }), (shares) => {
      const inputs: Inputs = Object.fromEntries(
        houses.spec.inputs.map((input, index) => {
          if (input.kind === "boolean") return [input.name, shares[index]! > 0.5];
          const { min, max } = input as { min: number; max: number };
          return [input.name, Math.round(min + (max - min) * shares[index]!)];
        }),
      );
      if (!predict(houses, inputs).refusal) return;
      refused++;
      const { inputs: moved, changed } = findRemedy(houses, inputs)!;
      expect(predict(houses, moved).refusal).toBeNull();
      expect(changed.length).toBeGreaterThan(0);
    }),
    { numRuns: 300 },
  );
  expect(refused).toBeGreaterThan(0);
});
