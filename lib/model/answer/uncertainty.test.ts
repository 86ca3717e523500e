import { expect, test } from "vitest";
import { studentTQuantile } from "../../math/distributions";
import { conformalUncertainty, studentTUncertainty } from "./uncertainty";

test("smearing(point, of) is the mean of exp(size · score), so it grows with the size of errors", () => {
  const { smearing } = conformalUncertainty([-2, -1, 0, 1.5]);
  const at = (size: number) => smearing!({ center: 0, reach: 0.3, size }, Math.exp);
  expect(at(0.5)).toBeCloseTo((Math.exp(-1) + Math.exp(-0.5) + 1 + Math.exp(0.75)) / 4, 14);
  expect(at(0)).toBe(1);
  expect(studentTUncertainty(1, 10).smearing).toBeNull();
});

// For normal errors of spread s the mean is exp(s² / 2) times the median (log-normal distribution).
test("smearing(point, of) over many scores is taken over a part of them and hardly differs", () => {
  const scores = Array.from({ length: 2000 }, (_, index) => studentTQuantile((index + 0.5) / 2000, 1e6));
  const { smearing } = conformalUncertainty(scores);
  expect(Math.abs(smearing!({ center: 0, reach: 0, size: 0.4 }, Math.exp) / Math.exp(0.08) - 1)).toBeLessThan(0.001);
});
