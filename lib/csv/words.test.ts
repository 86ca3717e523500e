import { expect, test } from "vitest";
import { Words } from "./words";

const encode = (text: string) => new TextEncoder().encode(text);

test("words.find(bytes, start, end) finds each of 5,000 words that begin alike, and no other", () => {
  const names = Array.from(
    { length: 5000 },
    (_, code) => `Neighbourhood of the ${"long ".repeat(code % 9)}name ${code}`,
  );
  const words = new Words();
  names.forEach((name, code) => words.add(name, code));
  const found = names.map((name) => words.find(encode(`x${name},`), 1, 1 + encode(name).length));
  expect(found).toEqual(names.map((_, code) => code));
  expect(words.find(encode("Neighbourhood of the name 5000"), 0, 30)).toBe(-1);
  expect(words.find(encode(""), 0, 0)).toBe(-1);
});
