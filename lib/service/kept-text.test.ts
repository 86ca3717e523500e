import { expect, test } from "vitest";
import { keptLine, keptText } from "./kept-text";

test.each([
  ["a\r\nb\rc\td", "a\nb\nc\td"],
  ["NUL \0, escape \u001b[31m, bell \u0007", "NUL , escape [31m, bell "],
  ["half \ud800 of a pair, a whole one 😀", "half \ufffd of a pair, a whole one 😀"],
  ["turned \u202egnp.exe\u2066", "turned gnp.exe"],
])("keptText(%j) is what can be stored and read", (text, kept) => {
  expect(keptText(text)).toBe(kept);
});

test("keptLine(text) is one line, so that a name cannot pass for several entries of a log", () => {
  expect(keptLine(" ci\n26 Nov 2026\towner \0")).toBe("ci 26 Nov 2026 owner");
});
