import type { InferRequestType } from "hono/client";
import type { JSONParsed } from "hono/utils/types";
import { describe, expect, expectTypeOf, it } from "vitest";
import type { Inputs } from "../model/inputs/schema";
import { app } from "./app";
import { createClient } from "./client";
import type { BatchAnswer } from "./resources/predict-batch/schema";
import type { ModelCard } from "./resources/models/schema";
import type { PredictionAnswer } from "./resources/predict/schema";
import type { Problem } from "./problem/schema";
import type { OutcomeReport } from "../service/outcome-report";
import { house } from "../testing/api";

const { api } = createClient("http://localhost", { fetch: app.request });
const predict = api.models[":model"].predict.$post;
const model = { param: { model: "house-price" } };

describe("the typed client", () => {
  it("gives an estimate of the inputs by name", async () => {
    const response = await predict({ ...model, json: house, query: { level: "0.9" } });
    if (!response.ok) throw new Error(await response.text());
    const answer = await response.json();
    expectTypeOf<InferRequestType<typeof predict>["json"]>().toEqualTypeOf<Inputs>();
    expectTypeOf(answer).toEqualTypeOf<PredictionAnswer>();
    expect(answer.estimate).toBeCloseTo(90242.690714523, 8);
  });

  it("gives the answer of each row of a batch", async () => {
    const json = { rows: [house, { ...house, area: "large" }] };
    const response = await api.models[":model"].predict.batch.$post({ ...model, json, query: {} });
    if (!response.ok) throw new Error(await response.text());
    const { results } = await response.json();
    expectTypeOf(results).toEqualTypeOf<BatchAnswer["results"]>();
    expect(results.map(({ estimate }) => estimate === null)).toEqual([false, true]);
  });

  it("gives the card of a model", async () => {
    const response = await api.models[":model"].$get(model);
    if (!response.ok) throw new Error(await response.text());
    const card = await response.json();
    expectTypeOf(card).toEqualTypeOf<JSONParsed<ModelCard>>();
    expect(card.id).toBe("house-price");
  });

  it("gives a problem where the status says so", async () => {
    const response = await predict({ ...model, json: { area: 6000 }, query: {} });
    if (response.ok) throw new Error("bedrooms should be missed");
    const problem = await response.json();
    expectTypeOf(problem).toEqualTypeOf<Problem>();
    expect(problem.type).toBe("/docs#invalid-input");
  });

  it("knows which resources there are, and what each takes", () => {
    // Compiled, never called: each error is one that the compiler must find.
    const wrong = () => [
      // @ts-expect-error: there is no such resource
      api.wages.$get(),
      // @ts-expect-error: a prediction is not read by GET
      api.models[":model"].predict.$get(model),
      // @ts-expect-error: the receipt is missing
      api.outcomes.$post({ json: { actual: 95_000 } }),
      // @ts-expect-error: there is no such parameter
      api.models[":model"].monitoring.$get({ ...model, query: { weeks: "4" } }),
      // @ts-expect-error: a receipt is a text
      api.erase.$post({ json: { receipt: 1 } }),
    ];
    expect(wrong).toBeTypeOf("function");
    expectTypeOf<InferRequestType<typeof api.outcomes.$post>["json"]>().toEqualTypeOf<OutcomeReport>();
    expectTypeOf<keyof typeof api>().toEqualTypeOf<
      "models" | "drafts" | "outcomes" | "erase" | "audit" | "openapi.json" | "health"
    >();
  });
});
