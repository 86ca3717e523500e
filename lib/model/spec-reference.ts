import { z } from "zod";
import { FORMULA_REFERENCE } from "../formula/reference";
import { specShape } from "./spec-shape";

/** The part of JSON Schema that the shape of a description becomes. */
export interface SchemaNode {
  type?: string;
  description?: string;
  examples?: unknown[];
  default?: unknown;
  const?: unknown;
  enum?: unknown[];
  properties?: Record<string, SchemaNode>;
  required?: string[];
  items?: SchemaNode;
  anyOf?: SchemaNode[];
  oneOf?: SchemaNode[];
  [keyword: string]: unknown;
}

let made: SchemaNode | undefined;

/** The JSON Schema (draft 2020-12) of a `model.json`, as an owner writes it: keys with a default may be absent. */
export function specJsonSchema(): SchemaNode {
  made ??= z.toJSONSchema(specShape, { io: "input" }) as SchemaNode;
  return made;
}

/** What a key of a `model.json` is for, in a sentence; undefined for a path that the schema does not know. */
export function describeKey(path: readonly PropertyKey[]): string | undefined {
  let nodes = [specJsonSchema()];
  for (const step of path) {
    const next: SchemaNode[] = [];
    for (const node of nodes.flatMap((each) => [each, ...(each.anyOf ?? []), ...(each.oneOf ?? [])])) {
      const found = typeof step === "number" ? node.items : node.properties?.[String(step)];
      if (found) next.push(found);
    }
    nodes = next;
  }
  return nodes.find(({ description }) => description !== undefined)?.description;
}

/** The reference of `model.json` in Markdown: each object with its keys, what they are for, and an example of each. */
export function specReference(): string {
  return [
    "# model.json",
    "The description of a model. `npm run train` reads it, and forms, API, tables and documents follow from it. Made from the schema by `npm run reference`; editors read [the schema](../public/model.schema.json), and a `$schema` key may name it. A byte order mark at the beginning of the file is fine.",
    ...sectionsOf("The file", "", specJsonSchema()),
    "## Formulas",
    "Terms and derived features are formulas over inputs and derived features, in a closed little language that is never evaluated as code. A date stands inside one of its functions. Where a formula has no value, as log(0), the row is refused with the reason.",
    formulaTable(),
  ].join("\n\n");
}

function formulaTable(): string {
  const rows = FORMULA_REFERENCE.map(({ write, means, example }) => `| \`${write}\` | ${means} | \`${example}\` |`);
  return ["| write | what it is | example |", "| --- | --- | --- |", ...rows].join("\n");
}

/** An object and the objects in it, each as a heading and a table of its keys. */
function sectionsOf(title: string, path: string, node: SchemaNode): string[] {
  const { properties = {}, required = [] } = node;
  const keys = Object.entries(properties);
  const table = [
    "| key | needed | what it is | example |",
    "| --- | --- | --- | --- |",
    ...keys.map(([key, value]) => rowOf(key, value, required.includes(key))),
  ].join("\n");
  const parts = keys.flatMap(([key, value]) => {
    const below = path === "" ? key : `${path}.${key}`;
    const items = value.items ?? value;
    const kinds = (items.oneOf ?? items.anyOf ?? [items]).filter(({ properties: has }) => has !== undefined);
    return kinds.flatMap((kind) => {
      const named = Object.entries(kind.properties!).find(([, each]) => each.const !== undefined);
      const heading = named ? `${below}, where ${named[0]} is ${JSON.stringify(named[1].const)}` : below;
      return sectionsOf(heading, below, kind);
    });
  });
  return [`## ${title}`, table, ...parts];
}

function rowOf(key: string, node: SchemaNode, required: boolean): string {
  const absent = node.default === undefined ? "no" : `no: ${code(node.default)}`;
  const example = node.const ?? node.examples?.[0];
  const allowed = node.enum ? ` One of ${node.enum.map(code).join(", ")}.` : "";
  return `| \`${key}\` | ${required ? "yes" : absent} | ${node.description ?? ""}${allowed} | ${example === undefined ? "" : code(example)} |`;
}

const code = (value: unknown) => `\`${JSON.stringify(value)}\``;
