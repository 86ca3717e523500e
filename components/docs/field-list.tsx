import { typeInWords } from "./schema-words";
import type { Schema } from "@/lib/api/openapi/schemas";

interface Field {
  name: string;
  schema: Schema;
  /** Behind the name: where it goes, whether it may be left out. */
  note: string;
  description: string | undefined;
}

/** The members of an object as fields, each with what JSON Schema says of it. */
export function fieldsOf({ properties = {}, required = [] }: Schema): Field[] {
  return Object.entries(properties).map(([name, property]) => {
    const schema = property as Schema;
    const description = [schema.title, schema.description].filter(Boolean).join(". ");
    return { name, schema, note: required.includes(name) ? "" : "optional", description };
  });
}

/** Names with what each must be and what it means. */
export function FieldList({ fields }: { fields: Field[] }) {
  return (
    <dl className="mt-3 text-small">
      {fields.map(({ name, schema, note, description }) => (
        <div
          key={name}
          className="grid gap-x-6 border-t border-rule py-2.5 sm:grid-cols-[minmax(0,13rem)_minmax(0,1fr)]"
        >
          <dt className="font-mono text-caption leading-normal wrap-anywhere">
            {name}
            {note && <span className="font-sans text-quiet"> {note}</span>}
          </dt>
          <dd>
            {description && <p className="first-letter:uppercase">{description}</p>}
            <p className="text-quiet">{typeInWords(schema)}</p>
          </dd>
        </div>
      ))}
    </dl>
  );
}
