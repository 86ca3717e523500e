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
  /** Of an object with any names as keys: what each of them is. */
  additionalProperties?: SchemaNode | boolean;
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
      const own = node.properties;
      const name = String(step);
      const found = typeof step === "number" ? node.items : own && Object.hasOwn(own, name) ? own[name] : valuesOf(node);
      if (found) next.push(found);
    }
    nodes = next;
  }
  return nodes.find(({ description }) => description !== undefined)?.description;
}

/** What each value of an object with any names as keys is; undefined for another node. */
function valuesOf({ additionalProperties: values }: SchemaNode): SchemaNode | undefined {
  return typeof values === "object" ? values : undefined;
}

/** The reference of `model.json` in Markdown: each object with its keys, what they are for, and an example of each. */
export function specReference(): string {
  return [
    "# model.json",
    "The description of a model. `npm run train` reads it, and forms, API, tables and documents follow from it. Made from the schema by `npm run reference`; editors read [the schema](../public/model.schema.json), and a `$schema` key may name it. A byte order mark at the beginning of the file is fine.",
    ...sectionsOf("The file", "", specJsonSchema()),
    "## Several languages",
    "Pages are in English or German, by the browser of the reader or by what the reader chooses at the foot of a page. The words of the site come with it; the words of a model come from its description. `language` says in which language they are written, and `translations` has them in the other one. What is translated is what people read: names, levels, formulas and bounds stay, so addresses, the API, CSV files and exports are the same in every language. They use the texts of the file itself.",
    "Each translation has the keys of the description that are texts. One that is left out is shown in the language of the file. The unit of an input is translated with it (\"sq ft\", \"Quadratfuß\"), and a number may have either behind it. Levels of a category get names by `levels`. Labels stand alone or at the beginning of a sentence, so a noun without an article fits; `phrase` continues \"8 out of 10\" or \"8 von 10\". Translations are wording: the version of the model does not change, and training again is not needed.",
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
    // Of the values of an object, the one of the example stands for all.
    const name = valuesOf(value) && Object.keys((value.examples?.[0] ?? {}) as object)[0];
    const items = (name === undefined ? undefined : valuesOf(value)) ?? value.items ?? value;
    const kinds = (items.oneOf ?? items.anyOf ?? [items]).filter(({ properties: has }) => has !== undefined);
    return kinds.flatMap((kind) => {
      const named = Object.entries(kind.properties!).find(([, each]) => each.const !== undefined);
      const path = name === undefined ? below : `${below}.${name}`;
      return sectionsOf(named ? `${path}, where ${named[0]} is ${JSON.stringify(named[1].const)}` : path, path, kind);
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
