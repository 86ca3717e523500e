import { describe, expect, it } from "vitest";
import { app } from "../../app";
import { estimateSchema, refusalSchema } from "./schema";
import { problemSchema } from "../../problem/schema";
import { whole } from "../../../testing/models";
import { badRequests, HOUSE, house, toRequest } from "../../../testing/api";

async function post(path: string, body: unknown, type = "application/json") {
  const response = await app.request(path, {
    method: "POST",
    headers: { "content-type": type },
    body: JSON.stringify(body),
  });
  return { response, body: await response.json() };
}

describe("a prediction", () => {
  it("explains the estimate for a house, as brute force computes it", async () => {
    const { response, body } = await post(HOUSE, house);
    expect(response.status).toBe(200);
    const answer = whole(estimateSchema.parse(body));
    expect(answer.model).toBe("house-price");
    expect(answer.unit).toBe("CAD");
    expect(answer.estimate).toBeCloseTo(90242.690714523, 8);
    expect(answer.interval.level).toBe(0.8);
    expect(answer.interval.low).toBeCloseTo(61882.083672, 5);
    expect(answer.interval.high).toBeCloseTo(118603.297757, 5);
    expect(answer.interval.measured).toEqual({ share: 86 / 109, n: 109 });
    expect(answer.confidence.within).toBe(0.1);
    expect(answer.confidence.probability).toBeCloseTo(0.346154, 6);
    expect(answer.baseline).toBeCloseTo(68121.59707, 5);
    expect(answer.contributions.map(({ input, value }) => [input, value])).toEqual([
      ["area", 6000],
      ["bedrooms", 3],
      ["bathrooms", 2],
      ["stories", 2],
      ["guest_rooms", false],
      ["basement", true],
      ["parking", 1],
    ]);
    const sum = answer.contributions.reduce((total, { amount }) => total + amount, answer.baseline);
    expect(Math.abs(sum / answer.estimate - 1)).toBeLessThan(1e-9);
    expect(answer.derived.area_per_bedroom).toBe(2000);
    expect(answer.warnings).toEqual([]);
  });

  it("gives the textbook salary to every digit", async () => {
    const { body } = await post("/api/models/salary/predict", { experience: 2, test_score: 9, interview_score: 6 });
    expect(estimateSchema.parse(body).estimate).toBeCloseTo(52062.76112208, 8);
  });

  it("widens the interval with the level that the query asks for", async () => {
    const { body } = await post(`${HOUSE}?level=0.95`, house);
    const { interval } = whole(estimateSchema.parse(body));
    expect(interval.level).toBe(0.95);
    expect(interval.low).toBeLessThan(61882);
    expect(interval.high).toBeGreaterThan(118604);
  });

  it("takes derived features that agree with the inputs", async () => {
    const { body } = await post(HOUSE, { ...house, area_per_bedroom: 2000, bb_ratio: 2 / 3 });
    expect(body).toEqual((await post(HOUSE, house)).body);
  });

  it("warns of an input that training has not seen", async () => {
    const { body } = await post(HOUSE, { ...house, area: 20000 });
    expect(estimateSchema.parse(body).warnings[0]).toMatchObject({ code: "outside_training_range", input: "area" });
  });

  it("answers the script of a German page in German, and every other program in English", async () => {
    const detailFor = async (language?: string) => {
      const headers = { "content-type": "application/json", ...(language && { "x-page-language": language }) };
      const body = JSON.stringify({ ...house, area: 20000 });
      const response = await app.request(HOUSE, { method: "POST", headers, body });
      return estimateSchema.parse(await response.json()).warnings[0]!.detail;
    };
    expect(await detailFor("de")).toMatch(/über dem größten in den Trainingsdaten \(16\.200/);
    for (const language of [undefined, "en", "fr"]) {
      expect(await detailFor(language)).toMatch(/the largest value in the training data, 16,200/);
    }
  });

  it("refuses with a reason rather than give a wrong number, and that is no error", async () => {
    const { response, body } = await post(HOUSE, { ...house, area: 50000, bedrooms: 1 });
    expect(response.status).toBe(200);
    const answer = refusalSchema.parse(body);
    expect(answer.estimate).toBeNull();
    expect(answer.refusal.detail).not.toBe("");
  });

  it.each(["application/json; charset=utf-8", "Application/JSON", "application/vnd.house+json"])(
    "takes JSON by the content type %s",
    async (type) => {
      expect((await post(HOUSE, house, type)).response.status).toBe(200);
    },
  );
});

describe("a request that cannot be answered", () => {
  it.each(badRequests)("is a problem that says what is needed: $name", async (request) => {
    const { path = HOUSE, status, errors } = request;
    const response = await app.request(path, toRequest(request));
    expect(response.status).toBe(status);
    expect(response.headers.get("content-type")).toBe("application/problem+json");
    const problem = problemSchema.parse(await response.json());
    expect(problem.status).toBe(status);
    expect(problem.errors).toEqual(errors);
  });

  it("is told without repeating a value that was sent", async () => {
    const secret = "4711-secret";
    const values = Object.fromEntries(Object.keys(house).map((name) => [name, secret]));
    for (const body of [JSON.stringify({ ...values, unknown: secret }), secret, `{"area": ${secret}}`]) {
      const response = await app.request(`${HOUSE}?level=${secret}`, toRequest({ name: "", body, status: 0 }));
      expect(response.status).toBeGreaterThanOrEqual(400);
      expect(await response.text()).not.toContain(secret);
    }
  });
});
