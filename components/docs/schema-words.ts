import type { Schema } from "@/lib/api/openapi/schemas";
import { formatQuantity } from "@/lib/model/format";
import { nameIn } from "./reference";

/** What a value must be, in a developer's words: "integer, 1 to 10", "boolean, 0 or 1", "list of Estimate or Refusal". */
export function typeInWords(schema: Schema): string {
  const [last = "anything", ...others] = [...new Set(alternativesOf(schema))].reverse();
  const words = others.length > 0 ? `${others.reverse().join(", ")} or ${last}` : last;
  return schema.default === undefined ? words : `${words}; ${JSON.stringify(schema.default)} if left out`;
}

function alternativesOf(schema: Schema): string[] {
  if (schema.$ref) return [nameIn(schema.$ref)];
  if (schema.enum) return schema.enum.map(String);
  if (schema.anyOf) return schema.anyOf.flatMap((part) => alternativesOf(part as Schema));
  if (Array.isArray(schema.type)) return schema.type;
  const { type = "anything" } = schema;
  if (type === "array") return [`list of ${listedInWords(schema.items as Schema | undefined)}`];
  if (type === "object" && schema.properties) return [`object with ${Object.keys(schema.properties).join(", ")}`];
  return [`${type}${boundsInWords(schema)}`];
}

function listedInWords(schema: Schema = {}): string {
  return typeInWords(schema).replace(/^object with/, "objects with");
}

/** Without the unit, which the description tells. */
function boundsInWords({ minimum, maximum }: Schema): string {
  if (minimum !== undefined && maximum !== undefined) {
    return `, ${formatQuantity(minimum)} to ${formatQuantity(maximum)}`;
  }
  if (minimum !== undefined) return minimum === 0 ? ", 0 or more" : `, at least ${formatQuantity(minimum)}`;
  return maximum === undefined ? "" : `, at most ${formatQuantity(maximum)}`;
}
