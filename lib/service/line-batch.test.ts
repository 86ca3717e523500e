import { afterEach, beforeEach, expect, test, vi } from "vitest";
import { LineBatch, WHOLE_BYTES } from "./line-batch";

beforeEach(() => void vi.useFakeTimers());
afterEach(() => void vi.useRealTimers());

function gather() {
  const written: string[] = [];
  const batch = new LineBatch({ write: (text) => written.push(text) });
  return { batch, written };
}

test("write(line) hands lines on together within a tenth of a second, in their order", () => {
  const { batch, written } = gather();
  for (const line of ["one\n", "two\n", "three\n"]) batch.write(line);
  expect(written).toEqual([]);
  vi.advanceTimersByTime(100);
  expect(written).toEqual(["one\ntwo\nthree\n"]);
  vi.advanceTimersByTime(1_000);
  expect(written).toHaveLength(1);
});

test("write(line) hands on no more at once than a pipe takes as a whole, and no part of a line", () => {
  const { batch, written } = gather();
  const lines = Array.from({ length: 200 }, (_, index) => `${index}${"x".repeat(200)}\n`);
  for (const line of lines) batch.write(line);
  batch.flush();
  expect(written.join("")).toBe(lines.join(""));
  for (const text of written) {
    expect(text.length).toBeLessThanOrEqual(WHOLE_BYTES);
    expect(text.endsWith("\n")).toBe(true);
  }
});

test("flush(done) hands on what was gathered, and a line that is longer than a batch goes alone", () => {
  const { batch, written } = gather();
  const done = vi.fn();
  batch.write("short\n");
  batch.write(`${"long".repeat(WHOLE_BYTES)}\n`);
  batch.flush(done);
  expect(written.map((text) => text.length)).toEqual([6, 4 * WHOLE_BYTES + 1]);
  expect(done).toHaveBeenCalledOnce();
});
