import fc from "fast-check";
import { expect, test } from "vitest";
import { dotsPath } from "./dots-path";

/** Where a path draws. */
function placesOf(path: string): [number, number][] {
  let [x, y] = [0, 0];
  return [...path.matchAll(/m(-?[\d.]+) ?(-?\d+)h0/g)].map(([, across, down]) => {
    x = Math.round((x + Number(across)) * 10) / 10;
    y += Number(down);
    return [x, y];
  });
}

const dot = fc.tuple(fc.double({ min: 0, max: 100, noNaN: true }), fc.double({ min: -50, max: 400, noNaN: true }));

test("dotsPath draws each dot, rounded, and nothing else", () => {
  fc.assert(
    fc.property(fc.array(dot), (dots) => {
      const drawn = placesOf(dotsPath(dots));
      const rounded = dots.map(([x, y]) => `${Math.round(x * 10) / 10} ${Math.round(y)}`.replace(/-0$/, "0"));
      expect(new Set(drawn.map(([x, y]) => `${x} ${y}`))).toEqual(new Set(rounded));
      expect(drawn).toHaveLength(new Set(rounded).size);
    }),
    { seed: 7 },
  );
});

test("dotsPath goes from left to right by what lies between", () => {
  expect(
    dotsPath([
      [12.34, 200],
      [12, 210],
      [12, 210],
      [2, 7],
    ]),
  ).toBe("m2 7h0m10 203h0m.3-10h0");
});
