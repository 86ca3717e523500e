import { useWords } from "@/components/language/use-words";
import { typeInWords } from "./schema-words";
import type { Schema } from "@/lib/api/openapi/schemas";
import { DOCS_WORDS } from "./words";

interface Field {
  name: string;
  schema: Schema;
  /** Of a parameter: the part of the request that it is in. */
  place?: "path" | "query" | "header";
  optional?: boolean;
  description: string | undefined;
}

/** The members of an object as fields, each with its JSON Schema. */
export function fieldsOf({ properties = {}, required = [] }: Schema): Field[] {
  return Object.entries(properties).map(([name, property]) => {
    const schema = property as Schema;
    const description = [schema.title, schema.description].filter(Boolean).join(". ");
    return { name, schema, optional: !required.includes(name), description };
  });
}

/** Names with what each must be and what it means. */
export function FieldList({ fields }: { fields: Field[] }) {
  return (
    <dl className="mt-3 text-small">
      {fields.map((field) => (
        <div
          key={field.name}
          className="grid gap-x-6 border-t border-rule py-2.5 sm:grid-cols-[minmax(0,13rem)_minmax(0,1fr)]"
        >
          <dt className="font-mono text-caption leading-normal wrap-anywhere">
            <span lang="en">{field.name}</span> <Note of={field} />
          </dt>
          <dd lang="en">
            {field.description && <p className="first-letter:uppercase">{field.description}</p>}
            <p className="text-quiet">{typeInWords(field.schema)}</p>
          </dd>
        </div>
      ))}
    </dl>
  );
}

/** The place of a parameter, and whether the field is optional. */
function Note({ of: { place, optional } }: { of: Field }) {
  const words = useWords(DOCS_WORDS);
  const note = place && (optional ? words.optionalIn(words.places[place]) : words.places[place]);
  const text = note ?? (optional && words.optional);
  return text && <span className="font-sans text-quiet">{text}</span>;
}
