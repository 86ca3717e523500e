import { expect, test } from "vitest";
import { pickLocale } from "./pick-locale";

test.each([
  ["de", "en-US", "de"],
  [undefined, "de-AT, en;q=0.8", "de"],
  [undefined, "en-GB;q=0.8, de;q=0.9", "de"],
  [undefined, "fr, de;q=0, en;q=0.1", "en"],
  [undefined, "fr-CA, it", "en"],
  [undefined, undefined, "en"],
  ["constructor", "DE", "de"],
  ["", "*", "en"],
  [undefined, ";q=,,de;q=abc", "de"],
])(
  "pickLocale(%j, %j) is %s: what was chosen, or else the first language that the browser accepts",
  (chosen, accepted, locale) => {
    expect(pickLocale(chosen, accepted)).toBe(locale);
  },
);
