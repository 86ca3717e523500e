import { expect, test } from "vitest";
import { asSentence } from "./words";

test("a message becomes a sentence", () => {
  expect(asSentence("lot area is required")).toBe("Lot area is required.");
});
