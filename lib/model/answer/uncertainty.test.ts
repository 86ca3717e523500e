import fc from "fast-check";
import { expect, test } from "vitest";
import { probabilityWithin, studentTUncertainty } from "./uncertainty";

test("the probability of being within 10 % is one, however precise the model and large the estimate", () => {
  const size = fc.double({ min: -8, max: 8, noNaN: true }).map((exponent) => 10 ** exponent);
  fc.assert(
    fc.property(size, size, fc.integer({ min: 1, max: 1_000 }), fc.boolean(), (sigma, estimate, df, logarithmic) => {
      const probability = probabilityWithin(
        studentTUncertainty(sigma, df),
        { center: estimate, reach: 0.01, size: 1 },
        logarithmic,
      );
      expect(probability).toBeGreaterThanOrEqual(0);
      expect(probability).toBeLessThanOrEqual(1);
    }),
    { numRuns: 2_000 },
  );
});
