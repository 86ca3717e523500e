import { describe, expect, test } from "vitest";
import { findFaults } from "../../../judging/findings";
import { publishedModel } from "../../../testing/models";
import { modelCard, modelLine } from "./answer";
import { modelCardSchema } from "./schema";

const houses = await publishedModel("house-price");

describe("modelCard", () => {
  test("lists the findings of the page, in their order, with the figures behind the words", () => {
    const { findings } = modelCard(houses);
    expect(findings.map(({ code, detail }) => [code, detail])).toEqual(
      findFaults(houses).map(({ code, detail }) => [code, detail]),
    );
    expect(findings.length).toBeGreaterThan(0);
    for (const { code, evidence } of findings) expect(Object.keys(evidence), code).not.toEqual([]);
  });

  test("is what its schema says, as JSON", () => {
    const card: unknown = JSON.parse(JSON.stringify(modelCard(houses)));
    expect(modelCardSchema.parse(card)).toEqual(card);
  });

  test("has the ratio study where the description asks for it alone, whatever the bundle holds", () => {
    const { spec } = houses;
    const without = { ...houses, spec: { ...spec, target: { ...spec.target, ratioStudy: false } } };
    expect(modelCard(houses).accuracy!.ratio!.oracle!.prb.p).toBeGreaterThan(0.01);
    expect(modelCard(without).accuracy!.ratio).toBeNull();
    expect(modelLine(without).accuracy!.ratio).toBeNull();
  });
});
