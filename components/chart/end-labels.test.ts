import fc from "fast-check";
import { expect, test } from "vitest";
import { CHARACTER, placeEnds, type PlacedLabel } from "./end-labels";

const spanOf = ({ x, anchor }: PlacedLabel, text: string): [number, number] => {
  const width = CHARACTER * text.length;
  return anchor === "start" ? [x, x + width] : [x - width, x];
};

test("placeEnds(low, high, texts) puts labels outside of a range that leaves room", () => {
  expect(placeEnds(40, 60, ["$61,900", "$118,600"])).toMatchObject([
    { x: 40, anchor: "end", line: 0 },
    { x: 60, anchor: "start", line: 0 },
  ]);
});

test("placeEnds(low, high, texts) puts a label without room outside of the range flush with the edge of the chart", () => {
  expect(placeEnds(11.6, 31.2, ["40.900 CA$", "76.100 CA$"])).toMatchObject([
    { x: 0, anchor: "start" },
    { x: 31.2, anchor: "start" },
  ]);
  expect(placeEnds(11.6, 31.2, ["$40,900", "$76,100"], 480)).toMatchObject([
    { x: 11.6, anchor: "end" },
    { x: 31.2, anchor: "start" },
  ]);
  expect(placeEnds(60, 90, ["$61,900", "$118,600"])).toMatchObject([
    { x: 60, anchor: "end" },
    { x: 100, anchor: "end" },
  ]);
});

test("placeEnds(low, high, texts) never lets labels meet or leave the chart, wherever the range lies", () => {
  const text = fc.integer({ min: 1, max: 30 }).map((length) => "8".repeat(length));
  const place = fc.double({ min: 0, max: 100, noNaN: true });
  fc.assert(
    fc.property(place, place, text, text, (a, b, first, second) => {
      const [low, high] = placeEnds(Math.min(a, b), Math.max(a, b), [first, second]);
      const [one, other] = [spanOf(low, first), spanOf(high, second)];
      for (const [from, to] of [one, other]) {
        expect(from).toBeGreaterThan(-1e-9);
        expect(to).toBeLessThan(100 + 1e-9);
      }
      if (low.line === high.line) expect(other[0] - one[1]).toBeGreaterThan(CHARACTER - 1e-9);
    }),
    { seed: 13, numRuns: 500 },
  );
});
