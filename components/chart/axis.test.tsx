import { textOf } from "@/lib/testing/rendered";
import { expect, test } from "vitest";
import { GroundAxis } from "./axis";

const axis = (percents: number[], narrowest?: number, grows = false) => {
  const [least = 0, most = 100] = [percents[0], percents.at(-1)];
  const ticks = percents.map((value) => ({ at: 1 + (98 * (value - least)) / (most - least), text: `${value} %` }));
  return (
    <svg>
      <GroundAxis ticks={ticks} y={0} narrowest={narrowest} grows={grows} />
    </svg>
  );
};

test("GroundAxis labels ticks at equal steps where not all labels have room", () => {
  expect(textOf(axis([60, 70, 80, 90, 100], 210))).toBe("60 % 80 % 100 %");
  expect(textOf(axis([60, 70, 80, 90, 100], 1000))).toBe("60 % 70 % 80 % 90 % 100 %");
});

test("GroundAxis that grows keeps its labels where it is wide, and adds others", () => {
  expect(textOf(axis([60, 70, 80, 90, 100], 210, true))).toBe("60 % 70 % 80 % 90 % 100 %");
});

test.each([60, 120, 210, 330])(
  "GroundAxis of any ticks in %i pixels labels at least one, and at equal steps",
  (width) => {
    for (let count = 2; count <= 12; count++) {
      const values = Array.from({ length: count }, (_, index) => 10 * index);
      const labels = textOf(axis(values, width))
        .match(/\d+(?= %)/g)!
        .map(Number);
      const steps = labels.slice(1).map((label, index) => label - labels[index]!);
      expect(new Set(steps).size).toBeLessThanOrEqual(1);
      expect(labels.length).toBeGreaterThan(0);
    }
  },
);
