import { describe, expect, test } from "vitest";
import { findProblems } from "../../../judging/findings";
import { publishedModel } from "../../../testing/models";
import { outlineOf } from "../../../registry/outline";
import { modelCard, modelLine } from "./answer";
import { modelCardSchema } from "./schema";

const houses = await publishedModel("house-price");

describe("modelCard", () => {
  test("lists the findings of the page, in their order, with the figures behind the words", () => {
    const { findings } = modelCard(houses, true);
    expect(findings.map(({ code, detail }) => [code, detail])).toEqual(
      findProblems(houses).map(({ code, detail }) => [code, detail]),
    );
    expect(findings.length).toBeGreaterThan(0);
    for (const { code, evidence } of findings) expect(Object.keys(evidence), code).not.toEqual([]);
  });

  test("is what its schema says, as JSON", () => {
    const card: unknown = JSON.parse(JSON.stringify(modelCard(houses, true)));
    expect(modelCardSchema.parse(card)).toEqual(card);
  });

  test("is what its schema says without terms and coefficients, where they are not shown", () => {
    const card: unknown = JSON.parse(JSON.stringify(modelCard(houses, false)));
    expect(modelCardSchema.parse(card)).toEqual(card);
    const { terms: _terms, coefficients: _coefficients, ...rest } = modelCard(houses, true);
    expect(card).toEqual({ ...JSON.parse(JSON.stringify(rest)), terms: null, coefficients: null });
  });

  test("has the ratio study where the description asks for it alone, whatever the bundle holds", () => {
    const { spec } = houses;
    const without = { ...houses, spec: { ...spec, target: { ...spec.target, ratioStudy: false } } };
    expect(modelCard(houses, true).accuracy!.ratio!.oracle!.prb.p).toBeGreaterThan(0.01);
    expect(modelCard(without, true).accuracy!.ratio).toBeNull();
    expect(modelLine(outlineOf(without)).accuracy!.ratio).toBeNull();
  });
});
