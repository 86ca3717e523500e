import { publishedModel } from "@/lib/testing/models";
import { exampleInputs } from "@/lib/model/inputs/example";
import { describe, expect, it } from "vitest";
import { faultyBody, readQuestion } from "./question";

const model = await publishedModel("salary");
const typical = exampleInputs(model);
const read = (query: string) => readQuestion(model, new URLSearchParams(query));

describe("what the calls ask", () => {
  it("is what the address gives", () => {
    expect(read("experience=2&test_score=9&interview_score=6&utm_source=mail")).toEqual({
      inputs: { experience: 2, test_score: 9, interview_score: 6 },
      typical: false,
      faults: [],
    });
  });

  it("is the typical example where the address gives nothing of the model's", () => {
    expect(read("utm_source=mail")).toEqual({ inputs: typical, typical: true, faults: [] });
  });

  it("is the typical example where the address is at fault, with how to correct it", () => {
    const { inputs, faults } = read("experience=99&test_score=9");
    expect(inputs).toEqual(typical);
    expect(faults).toEqual([
      { name: "experience", detail: "Enter the experience in years, 0 to 50: 99 is too high" },
      { name: "interview_score", detail: "Enter the interview score, 0 to 10" },
    ]);
  });
});

describe("the body at fault", () => {
  const asked = { heating: "gas", basement: true, rooms: 3 };
  const heating = { name: "heating", label: "Heating", kind: "category" as const, levels: ["gas", "oil"] };
  const rooms = { name: "rooms", label: "Rooms", kind: "integer" as const };

  it("has a number in quotes", () => {
    expect(faultyBody({ ...model.spec, inputs: [heating, rooms] }, asked)).toEqual({ name: "rooms", value: "3" });
  });

  it("has a null where the model has no number", () => {
    expect(faultyBody({ ...model.spec, inputs: [heating] }, asked)).toEqual({ name: "heating", value: null });
  });

  it("is refused", () => {
    const { name, value } = faultyBody(model.spec, typical);
    expect(model.schema.safeParse({ ...typical, [name]: value }).success).toBe(false);
  });
});
