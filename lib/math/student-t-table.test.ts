import { expect, test } from "vitest";
import { studentTCdf } from "./distributions";
import { tabulateStudentT } from "./student-t-table";

test.each([1, 2, 4, 30, 536, 1e6])("the table of t on %d degrees of freedom is within 1e-13 of the function", (df) => {
  const table = tabulateStudentT(df);
  let worst = 0;
  let highest = 0;
  for (let step = -7000; step <= 7000; step++) {
    const t = step * 0.01003;
    worst = Math.max(worst, Math.abs(table(t) - studentTCdf(t, df)));
    highest = Math.max(highest, table(t), 1 - table(t));
  }
  expect(worst).toBeLessThan(1e-13);
  expect(highest).toBeLessThanOrEqual(1);
  expect(table(0)).toBeCloseTo(0.5, 13);
  expect(table(-Infinity)).toBe(0);
  expect(table(Infinity)).toBe(1);
  expect(table(NaN)).toBeNaN();
});
