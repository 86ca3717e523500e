import { expect, test } from "vitest";
import { gaussLegendre } from "./gauss-legendre";

test("gaussLegendre(5) gives the rule of Abramowitz and Stegun, table 25.4, moved from [−1, 1] to [0, 1]", () => {
  const published = [
    [0, 0.568888888888889],
    [0.538469310105683, 0.478628670499366],
    [0.906179845938664, 0.236926885056189],
  ];
  const { nodes, weights } = gaussLegendre(5);
  published.forEach(([x, weight], index) => {
    expect(nodes[2 + index]).toBeCloseTo((1 + x!) / 2, 14);
    expect(nodes[2 - index]).toBeCloseTo((1 - x!) / 2, 14);
    expect(weights[2 + index]).toBeCloseTo(weight! / 2, 14);
    expect(weights[2 - index]).toBeCloseTo(weight! / 2, 14);
  });
});

test.each([1, 2, 8, 33, 100])("gaussLegendre(%i) integrates every power up to 2n − 1 exactly", (n) => {
  const { nodes, weights } = gaussLegendre(n);
  for (let power = 0; power <= 2 * n - 1; power++) {
    let sum = 0;
    for (let i = 0; i < n; i++) sum += weights[i]! * nodes[i]! ** power;
    expect(Math.abs(sum * (power + 1) - 1)).toBeLessThan(1e-12);
  }
});
