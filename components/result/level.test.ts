import { exampleInputs } from "@/lib/model/inputs/example";
import { estimatePath, levelName } from "@/components/query";
import { publishedModel } from "@/lib/testing/models";
import { expect, test } from "vitest";
import { offeredLevels, readLevel } from "./level";

const model = await publishedModel("house-price");
const read = (query: string) => readLevel(model, new URLSearchParams(query));

test("readLevel(model, query) takes the level that estimatePath writes, and the usual one where there is none", () => {
  const path = estimatePath(model.spec, exampleInputs(model), 0.95);
  expect(path).toMatch(/&level=0\.95$/);
  expect(readLevel(model, new URL(path, "http://localhost").searchParams)).toEqual({ level: 0.95 });
  expect(estimatePath(model.spec, exampleInputs(model), 0.8)).not.toContain("level");
  expect(read("area=6000")).toEqual({ level: 0.8 });
});

test("readLevel(model, query) gives the usual level beside a text that is none", () => {
  for (const unread of ["", "80", "abc", "1", "0", "-0.5", "NaN", "__proto__"]) {
    expect(read(new URLSearchParams({ level: unread }).toString())).toEqual({ level: 0.8, unread });
  }
  expect(read("level=0.5&level=0.9")).toEqual({ level: 0.8, unread: "0.5 and 0.9" });
});

test("levelName(spec) is a name that no input has", () => {
  const [first] = model.spec.inputs;
  expect(levelName({ inputs: [] })).toBe("level");
  expect(levelName({ inputs: [{ ...first!, name: "level" }] })).toBe("range_level");
});

test("offeredLevels(model, own) has the own level among the usual ones, and none that the model cannot give", () => {
  expect(offeredLevels(model, 0.8)).toEqual([0.5, 0.8, 0.9, 0.95, 0.99]);
  expect(offeredLevels(model, 0.85)).toEqual([0.5, 0.8, 0.85, 0.9, 0.95, 0.99]);
  const few = { ...model, uncertainty: { ...model.uncertainty!, highestLevel: 0.93 } };
  expect(offeredLevels(few, 0.8)).toEqual([0.5, 0.8, 0.9]);
});
