import { expect, test } from "vitest";
import { LogShare } from "./log-share";

test("all predictions are logged while there are few, and two thousand a second of many", () => {
  const share = new LogShare();
  const ask = (second: number, count: number) => {
    let last = NaN;
    for (let index = 0; index < count; index++) last = share.next(1_000 * second + (1_000 * index) / count);
    return last;
  };
  expect(ask(0, 16_000)).toBe(1);
  expect(ask(1, 900)).toBe(1 / 8);
  expect(ask(2, 10)).toBe(1);
  expect(ask(3, 4_000)).toBe(1);
  expect(ask(9, 10)).toBe(1);
});
