import { expect, test } from "vitest";
import { WindowCounts } from "./window-counts";

const limit = { points: 3, seconds: 60 };
const NOW = 1_700_000_000_000;

test("take(client, points, limit, now) counts each client alone, and says when there is one too many", () => {
  const counts = new WindowCounts();
  const take = (client: string, points = 1, after = 0) => counts.take(client, points, limit, NOW + after);
  expect(take("a")).toEqual({ remaining: 2, msBeforeNext: 60_000, exceeded: false });
  expect(take("a", 2, 1_000)).toEqual({ remaining: 0, msBeforeNext: 59_000, exceeded: false });
  expect(take("a", 1, 2_000)).toEqual({ remaining: 0, msBeforeNext: 58_000, exceeded: true });
  expect(take("b", 4)).toEqual({ remaining: 0, msBeforeNext: 60_000, exceeded: true });
  expect(take("a", 1, 59_999).exceeded).toBe(true);
  expect(take("a", 1, 60_000)).toEqual({ remaining: 2, msBeforeNext: 60_000, exceeded: false });
});

test("take(client, 0, limit, now) changes nothing, and remembers no client that has taken nothing", () => {
  const counts = new WindowCounts();
  expect(counts.take("a", 0, limit, NOW)).toEqual({ remaining: 3, msBeforeNext: 60_000, exceeded: false });
  expect(counts.size).toBe(0);
  counts.take("a", 3, limit, NOW);
  for (let time = 0; time < 3; time++) expect(counts.take("a", 0, limit, NOW).exceeded).toBe(false);
  expect(counts.take("a", 1, limit, NOW).exceeded).toBe(true);
});

test("forget(client) gives all points back", () => {
  const counts = new WindowCounts();
  counts.take("a", 5, limit, NOW);
  counts.forget("a");
  expect(counts.take("a", 1, limit, NOW).remaining).toBe(2);
});

test("a crowd of clients takes no more memory than so many, and the oldest make room", () => {
  const counts = new WindowCounts(100);
  for (let index = 0; index < 10_000; index++) counts.take(`client ${index}`, 3, limit, NOW + index);
  expect(counts.size).toBe(100);
  expect(counts.take("client 9999", 1, limit, NOW + 10_000).exceeded).toBe(true);
  expect(counts.take("client 0", 1, limit, NOW + 10_000).exceeded).toBe(false);
});

test("windows that have ended make room before others, whoever comes next", () => {
  const counts = new WindowCounts(100);
  for (let index = 0; index < 50; index++) counts.take(`client ${index}`, 1, limit, NOW);
  counts.take("late", 1, limit, NOW + 59_000);
  counts.take("later", 1, limit, NOW + 60_000);
  expect(counts.size).toBe(2);
});

test("takeUnheard(most, now) gives what others have not heard of, once, and hear(count) adds what others took", () => {
  const [here, there] = [new WindowCounts(), new WindowCounts()];
  here.take("a", 2, limit, NOW);
  expect(here.takeUnheard(10, NOW)).toEqual([{ client: "a", points: 2, ends_at: NOW + 60_000 }]);
  expect(here.takeUnheard(10, NOW)).toEqual([]);
  expect(there.take("a", 1, limit, NOW + 500).exceeded).toBe(false);
  expect(there.takeUnheardOf("a")).toEqual({ client: "a", points: 1, ends_at: NOW + 60_500 });
  there.hear({ client: "a", points: 3, ends_at: NOW + 60_000 });
  expect(there.take("a", 0, limit, NOW + 500)).toEqual({ remaining: 0, msBeforeNext: 59_500, exceeded: false });
  expect(there.take("a", 1, limit, NOW + 500).exceeded).toBe(true);
});

test("hear(count) keeps what was taken since, and never gives points back", () => {
  const counts = new WindowCounts();
  counts.take("a", 1, limit, NOW);
  counts.takeUnheard(10, NOW);
  counts.take("a", 1, limit, NOW);
  counts.hear({ client: "a", points: 2, ends_at: NOW + 60_000 });
  expect(counts.take("a", 0, limit, NOW).remaining).toBe(0);
  counts.hear({ client: "a", points: 0, ends_at: NOW + 60_000 });
  expect(counts.take("a", 0, limit, NOW).remaining).toBe(0);
  counts.hear({ client: "nobody", points: 5, ends_at: NOW + 60_000 });
  expect(counts.size).toBe(1);
});

test("takeUnheard(most, now) gives so many clients at most, and the others the next time", () => {
  const counts = new WindowCounts();
  for (const client of ["a", "b", "c"]) counts.take(client, 1, limit, NOW);
  expect(counts.takeUnheard(2, NOW).map(({ client }) => client)).toEqual(["a", "b"]);
  expect(counts.takeUnheard(2, NOW).map(({ client }) => client)).toEqual(["c"]);
});
