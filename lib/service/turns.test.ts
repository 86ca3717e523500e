import { expect, test } from "vitest";
import { mapInTurns, nextTurn } from "./turns";

/** Run for so many turns, and note each. */
async function work(name: string, turns: number, notes: string[]): Promise<void> {
  for (let turn = 0; turn < turns; turn++) {
    await nextTurn();
    notes.push(name);
  }
}

test("nextTurn() gives one turn to one batch each time the event loop goes round, however many wait", async () => {
  const notes: string[] = [];
  let rounds = 0;
  let stopped = false;
  const request = () => {
    if (stopped) return;
    notes.push("request");
    rounds++;
    setImmediate(request);
  };
  setImmediate(request);
  await Promise.all(["a", "b", "c"].map((name) => work(name, 4, notes)));
  stopped = true;
  expect(rounds).toBeGreaterThanOrEqual(11);
  const between = notes
    .join(" ")
    .split("request")
    .map((text) => text.trim().split(" ").filter(Boolean));
  expect(Math.max(...between.map(({ length }) => length))).toBe(1);
});

test("nextTurn() goes round the batches in the order in which they ask", async () => {
  const notes: string[] = [];
  await Promise.all([work("a", 3, notes), work("b", 1, notes), work("c", 3, notes)]);
  expect(notes.join("")).toBe("abcacac");
});

test("nextTurn() lets a batch in that begins later, after those that wait", async () => {
  const notes: string[] = [];
  const first = work("a", 3, notes);
  await nextTurn();
  await Promise.all([first, work("b", 2, notes)]);
  expect(notes.join("")).toBe("aabab");
});

test("mapInTurns(items, make) keeps the order and stops at the first error", async () => {
  const items = Array.from({ length: 100 }, (_, index) => index);
  expect(await mapInTurns(items, (item, index) => item + index)).toEqual(items.map((item) => 2 * item));
  const made: number[] = [];
  const making = mapInTurns(items, (item) => {
    if (item === 3) throw new Error("three");
    made.push(item);
  });
  await expect(making).rejects.toThrow("three");
  expect(made).toEqual([0, 1, 2]);
});
