import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { seededRandom } from "../math/random";
import { Reservoir } from "./reservoir";

function sample(size: number, count: number, random?: () => number) {
  const reservoir = new Reservoir<number>(size, random);
  let made = 0;
  for (let item = 0; item < count; item++) reservoir.offer(() => (made++, item));
  return { reservoir, made: () => made };
}

describe("Reservoir", () => {
  it("take() gives every item, in its order and for itself, of no more than fit", () => {
    expect(sample(5, 5).reservoir.take()).toEqual({ items: [0, 1, 2, 3, 4], weight: 1 });
    expect(sample(5, 0).reservoir.take()).toEqual({ items: [], weight: 1 });
  });

  it("take() gives different items of more, which stand for exactly as many as were seen", () => {
    fc.assert(
      fc.property(fc.integer({ min: 1, max: 20 }), fc.integer({ min: 0, max: 500 }), (size, count) => {
        const { items, weight } = sample(size, count).reservoir.take();
        expect(items).toHaveLength(Math.min(size, count));
        expect(new Set(items).size).toBe(items.length);
        expect(items.every((item) => item >= 0 && item < count)).toBe(true);
        expect(items.length * weight).toBeCloseTo(count, 9);
      }),
    );
  });

  it("take() gives each item of a crowd as often as any other", () => {
    const random = seededRandom(7);
    const rounds = 20_000;
    const taken = new Array<number>(12).fill(0);
    for (let round = 0; round < rounds; round++) {
      for (const item of sample(3, taken.length, random).reservoir.take().items) taken[item]!++;
    }
    // Each is expected 5,000 times; a standard deviation is 61.
    for (const count of taken) expect(Math.abs(count - rounds / 4)).toBeLessThan(300);
  });

  it("take() begins anew", () => {
    const { reservoir } = sample(2, 50);
    reservoir.take();
    reservoir.offer(() => 7);
    expect(reservoir.take()).toEqual({ items: [7], weight: 1 });
  });

  it("offer(make) makes only the items that it keeps, and holds no more than fit", () => {
    const { reservoir, made } = sample(3, 1_000, () => 0.999);
    expect([reservoir.length, made()]).toEqual([3, 3]);
  });
});
