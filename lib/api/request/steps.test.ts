import { describe, expect, it } from "vitest";
import { noSuchModel, notReady } from "../problem/problem";
import { takeSteps, takeStepsAtOnce, type Step } from "./steps";

type Work = string[];
const at =
  (name: string): Step<Work> =>
  (work) =>
    void work.push(name) as undefined;
const later: Step<Work> = async (work) => void work.push("later") as undefined;
const stops: Step<Work> = () => noSuchModel();

describe("takeSteps(steps, work)", () => {
  it("takes every step in turn, waiting where one has to", async () => {
    const work: Work = [];
    expect(await takeSteps([at("a"), later, at("b")], work)).toBeUndefined();
    expect(work).toEqual(["a", "later", "b"]);
  });

  it("ends with the first problem", async () => {
    const work: Work = [];
    expect(await takeSteps([at("a"), stops, at("b"), async () => notReady("x")], work)).toEqual(noSuchModel());
    expect(work).toEqual(["a"]);
  });
});

describe("takeStepsAtOnce(steps, work)", () => {
  it("takes every step where none has to wait", () => {
    const work: Work = [];
    expect(takeStepsAtOnce([at("a"), at("b")], work)).toBe(true);
    expect(work).toEqual(["a", "b"]);
  });

  it.each<[string, Step<Work>]>([
    ["finds a problem", stops],
    ["has to wait", later],
    ["waits and fails", () => Promise.reject(new Error("which nothing else would notice"))],
  ])("goes no further than a step that %s", (_, step) => {
    const work: Work = [];
    expect(takeStepsAtOnce([at("a"), step, at("b")], work)).toBe(false);
    expect(work).not.toContain("b");
  });
});
