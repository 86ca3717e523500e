import { Disclosure } from "@/components/disclosure";
import { Section } from "@/components/section";
import { FUNCTION_NAMES } from "@/lib/formula/parse";
import { listInWords } from "@/lib/model/format";
import { useFieldArray, useFormContext } from "react-hook-form";
import { FormulaField, PlainButton, TextField } from "./fields";
import { previewInWords, type Previews } from "./preview";
import type { Sheet } from "./sheet";

interface FormulasProps {
  previews: Previews;
}

/** The first values that a formula gives, as it is written. */
function Values({ values, unit }: { values: number[] | undefined; unit?: string }) {
  if (!values) return null;
  return (
    <p className="py-1 text-small wrap-anywhere text-quiet">
      In the first rows: <output>{previewInWords(values, unit)}</output>
    </p>
  );
}

/** Features that are computed of inputs. */
export function DerivedFields({ previews }: FormulasProps) {
  const { control, getValues } = useFormContext<Sheet>();
  const { fields, append, remove } = useFieldArray({ control, name: "derived" });
  const empty = { name: "", label: "", unit: "", help: "", formula: "" };
  return (
    <Section title="Derived features" anchor="derived">
      <p className="max-w-[38rem]">
        Computed from inputs by a formula, and shown beside the estimate. The model uses one where a term names it.
      </p>
      <ul>
        {fields.map(({ id }, index) => {
          const at = `derived.${index}` as const;
          const label = getValues(`${at}.label`) || `Derived feature ${index + 1}`;
          return (
            <li key={id} className="mt-6">
              <fieldset className="min-w-0">
                <legend className="float-left py-2 font-medium">{label}</legend>
                <p className="text-right">
                  <PlainButton aria-label={`Remove ${label}`} onClick={() => remove(index)}>
                    Remove
                  </PlainButton>
                </p>
                <TextField name={`${at}.label`} label="Label" />
                <TextField name={`${at}.name`} label="Name" hint="In formulas: small letters, digits and _" mono />
                <TextField name={`${at}.formula`} label="Formula" hint="Such as: area / bedrooms" mono />
                <Values values={previews[`${at}.formula`]} unit={getValues(`${at}.unit`) || undefined} />
                <TextField name={`${at}.unit`} label="Unit" />
                <TextField name={`${at}.help`} label="Help" hint="One sentence about it" />
              </fieldset>
            </li>
          );
        })}
      </ul>
      <PlainButton onClick={() => append(empty)}>Add a derived feature</PlainButton>
    </Section>
  );
}

/** What the estimate is a sum of. */
export function TermFields({ previews }: FormulasProps) {
  const { control, getValues } = useFormContext<Sheet>();
  const { fields, append, remove } = useFieldArray({ control, name: "terms" });
  const names = [...getValues("inputs"), ...getValues("derived")].map(({ name }) => name).filter(Boolean);
  return (
    <Section title="Terms" anchor="terms">
      <p className="max-w-[38rem]">
        The model adds these up, each times a coefficient that training finds. Every input must be used.
      </p>
      <Disclosure summary="How to write a formula">
        <p className="max-w-[38rem] text-small">
          Names, numbers, + - * / ^, comparisons such as age &gt;= 65, parentheses and functions:{" "}
          {listInWords([...FUNCTION_NAMES])}. A category stands alone, or is multiplied as in region : age.
        </p>
        <p className="mt-2 max-w-[38rem] text-small">
          Names here: <span className="font-mono text-caption wrap-anywhere">{names.join(", ")}</span>
        </p>
      </Disclosure>
      <ul className="mt-2">
        {fields.map(({ id }, index) => {
          const text = getValues(`terms.${index}.text`);
          const isPlain = text === "" || names.includes(text);
          return (
            <li key={id} className="flex items-start gap-x-6 py-1">
              <div className="min-w-0 flex-1">
                <FormulaField name={`terms.${index}.text`} label={`Term ${index + 1}`} />
                {!isPlain && <Values values={previews[`terms.${index}.text`]} />}
              </div>
              <PlainButton aria-label={`Remove term ${index + 1}, ${text}`} onClick={() => remove(index)}>
                Remove
              </PlainButton>
            </li>
          );
        })}
      </ul>
      <PlainButton onClick={() => append({ text: "" })}>Add a term</PlainButton>
    </Section>
  );
}
