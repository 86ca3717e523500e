import { z } from "zod";
import type { Model } from "../../model/model";
import { batchAnswerSchema, batchSchema, rowFaultSchema } from "../resources/predict-batch/schema";
import { estimateSchema, predictionSchema, refusalSchema } from "../resources/predict/schema";
import { fieldErrorSchema, problemSchema } from "../problem/schema";
import { liveSchema, readySchema } from "../resources/health";
import { modelCardSchema, modelLineSchema, modelListSchema } from "../resources/models/schema";
import { erasedSchema, eraseSchema } from "../resources/erase";
import { outcomeAnswerSchema, outcomeTableSchema } from "../resources/outcomes/schema";
import { outcomeReportSchema } from "../../service/outcome-report";
import { monitoringReportSchema } from "../../monitoring/report";
import { protocolAnswers, protocolBodies } from "../protocols/protocol-contract";

/** The document is made from this very contract, so it is no more than named here. */
const documentSchema = z
  .looseObject({
    openapi: z.string(),
    info: z.looseObject({ title: z.string(), version: z.string() }),
    paths: z.record(z.string(), z.looseObject({})),
  })
  .describe("OpenAPI 3.1.");

/** The answers by the names that generated clients will know them by. */
const answers = {
  ModelList: modelListSchema,
  ModelLine: modelLineSchema,
  ModelCard: modelCardSchema,
  Prediction: predictionSchema,
  Estimate: estimateSchema,
  Refusal: refusalSchema,
  Batch: batchAnswerSchema,
  RowFault: rowFaultSchema,
  Problem: problemSchema,
  FieldError: fieldErrorSchema,
  Document: documentSchema,
  Live: liveSchema,
  Ready: readySchema,
  Outcome: outcomeAnswerSchema,
  OutcomeTable: outcomeTableSchema,
  OutcomeResult: z.union([outcomeAnswerSchema, outcomeTableSchema]),
  Erased: erasedSchema,
  MonitoringReport: monitoringReportSchema,
  ...protocolAnswers,
};
const outcomeBodies = {
  OutcomeReport: outcomeReportSchema,
  EraseRequest: eraseSchema,
};
export type AnswerName = keyof typeof answers;

export type Schema = z.core.JSONSchema.BaseSchema;
type Override = NonNullable<z.core.JSONSchemaGeneratorParams["override"]>;

/** The id of a model as a part of names in programs: "house-price" is "HousePrice". No two ids give the same. */
export function nameOf(id: string): string {
  return id.replace(/(?:^|-)([a-z])/g, (_, letter: string) => letter.toUpperCase()).replaceAll("-", "_");
}
export const inputsName = (id: string) => `${nameOf(id)}Inputs`;
export const rowsName = (id: string) => `${nameOf(id)}Rows`;

export const referTo = (name: string) => ({ $ref: `#/components/schemas/${name}` });

/** What bodies and answers are made of, as JSON Schema 2020-12 by name, from the schemas that read and type them. */
export function describeSchemas(models: Model[]): Record<string, Schema> {
  const bodies = Object.fromEntries(
    models.flatMap(({ spec: { id, title }, schema }) => {
      const inputs = schema.describe(`The inputs of the model ${title}, by name.`);
      return [
        [inputsName(id), inputs],
        [rowsName(id), batchSchema(inputs).describe(`Rows of inputs for the model ${title}.`)],
      ];
    }),
  );
  return {
    ...convert({ ...bodies, ...outcomeBodies, ...protocolBodies }, "input", plainIntegers),
    ...convert(answers, "output", openAnswers),
  };
}

function convert(schemas: Record<string, z.ZodType>, io: "input" | "output", override: Override) {
  const registry = z.registry<{ id: string }>();
  for (const [id, schema] of Object.entries(schemas)) registry.add(schema, { id });
  const converted = z.toJSONSchema(registry, { io, override, uri: (name) => referTo(name).$ref }).schemas;
  return Object.fromEntries(
    Object.entries(converted).map(([name, { $schema: _dialect, $id: _id, ...schema }]) => [name, schema]),
  );
}

/** That a number is exact as a double goes without saying. */
const plainIntegers: Override = ({ jsonSchema }) => {
  if (jsonSchema.maximum === Number.MAX_SAFE_INTEGER) delete jsonSchema.maximum;
  if (jsonSchema.minimum === Number.MIN_SAFE_INTEGER) delete jsonSchema.minimum;
};

/** Our tests hold answers to what is named; a client must not, so that a member can be added without breaking it. */
const openAnswers: Override = (context) => {
  plainIntegers(context);
  if (context.jsonSchema.additionalProperties === false) delete context.jsonSchema.additionalProperties;
};
