import { describe, expect, it } from "vitest";
import { problemSchema } from "./schema";
import { invalidInput, pointAt, pointerTo } from "./problem";

describe("pointerTo", () => {
  it("points at the whole body for no name", () => {
    expect(pointerTo()).toBe("#");
  });

  it("points through objects and lists", () => {
    expect(pointerTo("rows", 3, "a/b")).toBe("#/rows/3/a~1b");
  });

  it.each([
    ["area", "#/area"],
    ["a/b", "#/a~1b"],
    ["m~n", "#/m~0n"],
    ["~1", "#/~01"],
    ["c%d", "#/c%25d"],
    ["e^f", "#/e%5Ef"],
    ['k"l', "#/k%22l"],
    [" ", "#/%20"],
    ["ä", "#/%C3%A4"],
    ["\ud800", "#/%EF%BF%BD"],
  ])("writes %j as RFC 6901 has it: %s", (name, pointer) => {
    expect(pointerTo(name)).toBe(pointer);
  });
});

describe("pointAt", () => {
  const faults = [
    { name: "area", detail: "lot area is required" },
    { name: "", detail: "the inputs must be an object" },
  ];

  it("points at members and at the object itself", () => {
    expect(pointAt(faults).map(({ pointer }) => pointer)).toEqual(["#/area", "#"]);
  });

  it("points into the place where the body has the object", () => {
    expect(pointAt(faults, ["rows", 3]).map(({ pointer }) => pointer)).toEqual(["#/rows/3/area", "#/rows/3"]);
  });
});

describe("invalidInput", () => {
  const errors = Array.from({ length: 1000 }, (_, index) => ({ pointer: `#/${index}`, detail: "is not an input" }));

  it("says the one thing that is wrong in its detail", () => {
    expect(invalidInput([{ pointer: "#/area", detail: "lot area is required" }]).detail).toBe("lot area is required");
  });

  it("counts every fault and lists at most a hundred", () => {
    const problem = problemSchema.parse(invalidInput(errors));
    expect(problem.detail).toBe("1000 fields need attention; see errors for the first 100");
    expect(problem.errors).toEqual(errors.slice(0, 100));
  });
});
