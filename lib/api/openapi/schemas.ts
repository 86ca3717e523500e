import { z } from "zod";
import { answers } from "./names";

export type Schema = z.core.JSONSchema.BaseSchema;
type Override = NonNullable<z.core.JSONSchemaGeneratorParams["override"]>;
type Registry = typeof answers;

export const referTo = (name: string) => ({ $ref: `#/components/schemas/${name}` });

/**
 * What bodies and answers are made of, as JSON Schema 2020-12 by name, from the schemas that read and type them. They
 * are sorted, so that their order does not depend on which module was loaded first.
 */
export function describeSchemas(bodies: { name: string; schema: z.ZodType }[]): Record<string, Schema> {
  const registry: Registry = z.registry();
  for (const { name, schema } of bodies) registry.add(schema, { id: name });
  const described = { ...convert(registry, "input", plainIntegers), ...convert(answers, "output", openAnswers) };
  return Object.fromEntries(Object.entries(described).sort(([a], [b]) => (a < b ? -1 : 1)));
}

function convert(registry: Registry, io: "input" | "output", override: Override) {
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
