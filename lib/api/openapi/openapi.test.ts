import { createConfig, lintFromString } from "@redocly/openapi-core";
import { Validator } from "@seriousme/openapi-schema-validator";
import { describe, expect, it } from "vitest";
import { findModel, listModels } from "../../registry/registry";
import { app } from "../app";
import { catalogue } from "../catalogue";
import { estimateSchema } from "../resources/predict/schema";
import { describeApi, type Document, type DocumentedResponse } from "./openapi";
import { answers, nameOf } from "./names";
import { listOperations } from "./operations";
import { problemKinds } from "../problem/problem-kinds";

const models = await listModels();
/** As it is sent, which has no undefined members. */
const document = (await (await app.request("/api/openapi.json")).json()) as Document;
const described = Object.entries(document.paths).flatMap(([path, item]) =>
  Object.entries(item).map(([method, operation]) => ({ path, method, operation })),
);

describe("the document", () => {
  it("is OpenAPI 3.1 to a validator", async () => {
    const result = await new Validator().validate({ ...structuredClone(document) });
    expect(result).toEqual({ valid: true });
  });

  it("is sound to a linter, examples against their schemas included", async () => {
    const rules = {
      // An address that does not exist and a method that it does not take are no operation's.
      "no-unused-components": "off",
      // A probe sends nothing that could be wrong.
      "operation-4xx-response": "off",
      "no-invalid-media-type-examples": { severity: "error", allowAdditionalProperties: false },
      "no-invalid-schema-examples": "error",
    } as const;
    const config = await createConfig({ extends: ["recommended"], rules });
    const problems = await lintFromString({ source: JSON.stringify(document), config });
    expect(problems.map(({ ruleId, message, location }) => `${ruleId}: ${message} ${location[0]?.pointer}`)).toEqual(
      [],
    );
  });

  it("has every operation under a name of its own", () => {
    const names = listOperations(catalogue, models).map(
      ({ resource: { method }, path, id }) => `${method} ${path} ${id}`,
    );
    expect(described.map(({ path, method, operation }) => `${method} ${path} ${operation.operationId}`)).toEqual(names);
    expect(new Set(described.map(({ operation }) => operation.operationId)).size).toBe(names.length);
  });

  it("says of a version whether it is loaded, and of a model the same", () => {
    const description = (path: string) => document.paths[path]!.get!.description;
    expect(description("/v2/models/{model}/ready")).toBe("The model is loaded and can answer.");
    expect(description("/v2/models/{model}/versions/{version}/ready")).toBe("The version is loaded and can answer.");
  });

  it("tells every kind of problem, what to do about it and how it looks", () => {
    for (const [kind, { status, title, remedy }] of Object.entries(problemKinds)) {
      const response = document.components.responses[nameOf(kind)]!;
      expect(response.description).toBe(`${title}. ${remedy}`);
      const { schema, examples } = response.content!["application/problem+json"]!;
      expect(schema).toEqual({ $ref: "#/components/schemas/Problem" });
      expect(examples![kind]!.value).toMatchObject({ type: `/docs#${kind}`, status, title });
    }
  });

  it("tells each problem of an operation under its status, in the shape of its protocol", () => {
    for (const { path, resource, id, problems } of listOperations(catalogue, models)) {
      const { method, dialect } = resource;
      const { responses } = document.paths[path]![method]!;
      for (const kind of problems) {
        const { status, title } = problemKinds[kind];
        if (!dialect && problems.some((other) => other !== kind && problemKinds[other].status === status)) {
          const { description, content } = responses[status] as DocumentedResponse;
          expect(description, id).toContain(title);
          expect(content!["application/problem+json"]!.examples, id).toHaveProperty(kind);
          continue;
        }
        if (!dialect) {
          expect(responses[status], id).toEqual({ $ref: `#/components/responses/${nameOf(kind)}` });
          continue;
        }
        const { description, content } = responses[status === 422 ? 400 : status] as DocumentedResponse;
        expect(description, id).toContain(title);
        expect(content, id).toEqual({
          "application/json": {
            schema: { $ref: `#/components/schemas/${answers.get(dialect.schema)!.id}` },
          },
        });
      }
    }
  });

  it("has examples of bodies that work when pasted, and the very answers to them", async () => {
    const bodies = listOperations(catalogue, models).filter(
      ({ body, problems }) => body && !problems.includes("no-store"),
    );
    expect(bodies).toHaveLength(2 * models.length + 3);
    for (const { id, path, resource, parameters } of bodies) {
      const { requestBody, responses } = document.paths[path]![resource.method]!;
      let address = path;
      for (const { in: place, name, example = "" } of parameters) {
        if (place === "path") address = address.replace(`{${name}}`, example);
        else if (example) address += `?${name}=${example}`;
      }
      for (const [type, { examples = {} }] of Object.entries(requestBody!.content)) {
        for (const { value } of Object.values(examples)) {
          const body = type === "application/json" ? JSON.stringify(value) : String(value);
          const response = await app.request(address, { method: "POST", headers: { "content-type": type }, body });
          expect(response.status, id).toBe(200);
          const answered = response.headers.get("content-type")!.split(";")[0]!;
          const text = await response.text();
          const answer: unknown = answered === "application/json" ? JSON.parse(text) : text;
          const shown = (responses["200"] as DocumentedResponse).content![answered]!.examples;
          if (shown) expect(Object.values(shown).map((each) => each.value)).toContainEqual(answer);
        }
      }
    }
  });
});

describe("the schema of a model's inputs", () => {
  it("has the spec's labels, help, units, bounds and typical values", () => {
    const { properties, required, additionalProperties } = document.components.schemas.HousePriceInputs!;
    expect(properties!.area).toEqual({
      type: "number",
      minimum: 500,
      maximum: 50000,
      title: "Lot area",
      description: "The whole lot, not the living space. In sq ft.",
      "x-unit": "sq ft",
      examples: [4600],
    });
    expect(properties!.basement).toEqual({
      anyOf: [{ type: "boolean" }, { type: "number", enum: [0, 1] }],
      title: "Finished basement",
      description: "Finished throughout.",
      examples: [false],
    });
    expect(properties!.bb_ratio).toMatchObject({ title: "Bathrooms per bedroom", type: "number" });
    expect(required).toEqual(["area", "bedrooms", "bathrooms", "stories", "guest_rooms", "basement", "parking"]);
    expect(additionalProperties).toBe(false);
  });
});

describe("the schemas of answers", () => {
  it("let a member be added without breaking a client that validates", () => {
    const { Estimate, Problem } = describeApi(catalogue, models).components.schemas;
    for (const schema of [Estimate!, Problem!]) expect(schema).not.toHaveProperty("additionalProperties");
  });
});

describe("a model without typical values", () => {
  it("is shown with what is common in its training rows", async () => {
    const house = (await findModel("house-price"))!;
    const inputs = house.spec.inputs.map(({ typical: _typical, ...input }) => input as typeof input & object);
    const untypical = { ...house, spec: { ...house.spec, inputs } } as typeof house;
    const { requestBody, responses } = describeApi(catalogue, [untypical]).paths["/api/models/house-price/predict"]!
      .post!;
    expect(requestBody!.content["application/json"]!.examples!.typical!.value).toEqual({
      area: 4600,
      bedrooms: 3,
      bathrooms: 1,
      stories: 2,
      guest_rooms: false,
      basement: false,
      parking: 0,
    });
    const { content } = responses["200"] as DocumentedResponse;
    const { estimate } = content!["application/json"]!.examples!;
    expect(estimateSchema.parse(estimate!.value).estimate).toBeGreaterThan(0);
  });
});

describe("nameOf", () => {
  it.each([
    ["house-price", "HousePrice"],
    ["salary", "Salary"],
    ["a-1", "A_1"],
    ["a1", "A1"],
    ["a--b", "A_B"],
    ["a-b", "AB"],
  ])("makes %s a name of its own in programs: %s", (id, name) => {
    expect(nameOf(id)).toBe(name);
  });
});
