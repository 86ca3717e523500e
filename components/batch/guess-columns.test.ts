import { bareModel, publishedModel } from "@/lib/testing/models";
import { describe, expect, it, test } from "vitest";
import { inputSchema } from "@/lib/model/inputs/schema";
import { readText } from "@/lib/model/inputs/text";
import { guessColumns } from "./guess-columns";
import { writeTemplate } from "./template";

const { spec } = await publishedModel("house-price");
const guess = (...header: string[]) => guessColumns(spec, header);

describe("a guess of columns", () => {
  it("is none where the names are known", () => {
    expect(guess("area", "BEDROOMS", "Full bathrooms", "stories", "recreation", "fullbase", "garage")).toEqual({});
  });

  it("goes by parts of names, by how they begin and by labels, whatever the signs between", () => {
    expect(
      guess("Lot Area (sq ft)", "bedroom_count", "bath", "storeys", "guest-rooms", "Bsmt", "parking spaces"),
    ).toEqual({
      area: "Lot Area (sq ft)",
      bedrooms: "bedroom_count",
      bathrooms: "bath",
      stories: "storeys",
      guest_rooms: "guest-rooms",
      parking: "parking spaces",
    });
  });

  it("takes a column once, for the input it is most like", () => {
    expect(guess("room", "bedroom")).toMatchObject({ bedrooms: "bedroom" });
    expect(new Set(Object.values(guess("rooms", "bed", "bath"))).size).toBe(
      Object.keys(guess("rooms", "bed", "bath")).length,
    );
  });

  it("leaves alone what is found by name, what is there twice and what is like nothing", () => {
    expect(guess("bedrooms", "area2", "area2", "colour", "id", "")).toEqual({});
  });
});

/** A model without rows, and without those bounds of its numbers. */
async function unbounded(...bounds: ("min" | "max" | "typical")[]) {
  const model = await bareModel("house-price");
  const inputs = model.spec.inputs.map((input) => {
    return input.kind === "number" || input.kind === "integer"
      ? { ...input, ...Object.fromEntries(bounds.map((bound) => [bound, undefined])) }
      : input;
  });
  const spec = { ...model.spec, inputs };
  return { ...model, spec, schema: inputSchema(spec) };
}

test.each([
  ["house-price", publishedModel("house-price")],
  ["salary", publishedModel("salary")],
  ["house-price-hedonic", publishedModel("house-price-hedonic")],
  ["a model without rows", bareModel("house-price")],
  ["a model without rows and lower bounds", unbounded("min")],
  ["a model without rows and upper bounds", unbounded("max", "typical")],
])("the template of %s is estimated without a fault", async (_, promise) => {
  const model = await promise;
  const [header, ...rows] = writeTemplate(model)
    .trimEnd()
    .split("\n")
    .map((line) => line.split(","));
  expect(header).toEqual(model.spec.inputs.map(({ name }) => name));
  expect(rows).toHaveLength(2);
  expect(rows[0]).not.toEqual(rows[1]);
  for (const row of rows) {
    const text = Object.fromEntries(header!.map((name, column) => [name, row[column]]));
    expect(model.schema.safeParse(readText(model.spec, text)).error).toBeUndefined();
  }
});
