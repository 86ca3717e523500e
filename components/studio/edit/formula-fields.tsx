import { Disclosure } from "@/components/disclosure";
import { useWords } from "@/components/language/use-words";
import { useWriter } from "@/components/language/use-writer";
import { Section } from "@/components/section";
import { FUNCTION_NAMES } from "@/lib/formula/parse";
import { useFieldArray, useFormContext } from "react-hook-form";
import { useLocale } from "#locale";
import { FormulaField, PlainButton, TextField } from "./fields";
import { previewInWords, type Previews } from "./preview";
import type { Sheet } from "./sheet";
import { EDIT_WORDS } from "./words";

interface FormulasProps {
  previews: Previews;
}

/** The first values that a formula gives, as it is written. */
function Values({ values, unit }: { values: number[] | undefined; unit?: string }) {
  const locale = useLocale();
  const words = useWords(EDIT_WORDS);
  if (!values) return null;
  return (
    <p className="py-1 text-small wrap-anywhere text-quiet">
      {words.firstRows} <output>{previewInWords(locale, values, unit)}</output>
    </p>
  );
}

/** Features that are calculated from inputs. */
export function DerivedFields({ previews }: FormulasProps) {
  const words = useWords(EDIT_WORDS);
  const { control, getValues } = useFormContext<Sheet>();
  const { fields, append, remove } = useFieldArray({ control, name: "derived" });
  const empty = { name: "", label: "", unit: "", help: "", formula: "" };
  return (
    <Section title={words.derived} anchor="derived">
      <p className="max-w-[38rem]">{words.derivedLead}</p>
      <ul>
        {fields.map(({ id }, index) => {
          const at = `derived.${index}` as const;
          const label = getValues(`${at}.label`) || words.derivedFeature(index + 1);
          return (
            <li key={id} className="mt-6">
              <fieldset className="min-w-0">
                <legend className="float-left py-2 font-medium">{label}</legend>
                <p className="text-right">
                  <PlainButton aria-label={words.removeNamed(label)} onClick={() => remove(index)}>
                    {words.remove}
                  </PlainButton>
                </p>
                <TextField name={`${at}.label`} label={words.label} />
                <TextField name={`${at}.name`} label={words.name} hint={words.nameHint} mono />
                <TextField name={`${at}.formula`} label={words.formula} hint={words.formulaHint} mono />
                <Values values={previews[`${at}.formula`]} unit={getValues(`${at}.unit`) || undefined} />
                <TextField name={`${at}.unit`} label={words.unit} />
                <TextField name={`${at}.help`} label={words.help} hint={words.derivedHelpHint} />
              </fieldset>
            </li>
          );
        })}
      </ul>
      <PlainButton onClick={() => append(empty)}>{words.addDerived}</PlainButton>
    </Section>
  );
}

/** What the estimate is a sum of. */
export function TermFields({ previews }: FormulasProps) {
  const words = useWords(EDIT_WORDS);
  const { list } = useWriter();
  const { control, getValues } = useFormContext<Sheet>();
  const { fields, append, remove } = useFieldArray({ control, name: "terms" });
  const names = [...getValues("inputs"), ...getValues("derived")].map(({ name }) => name).filter(Boolean);
  return (
    <Section title={words.terms} anchor="terms">
      <p className="max-w-[38rem]">{words.termsLead}</p>
      <Disclosure summary={words.howTo}>
        <p className="max-w-[38rem] text-small">{words.syntax(list([...FUNCTION_NAMES]))}</p>
        <p className="mt-2 max-w-[38rem] text-small">
          {words.namesHere} <span className="font-mono text-caption wrap-anywhere">{names.join(", ")}</span>
        </p>
      </Disclosure>
      <ul className="mt-2">
        {fields.map(({ id }, index) => {
          const text = getValues(`terms.${index}.text`);
          const isPlain = text === "" || names.includes(text);
          return (
            <li key={id} className="flex items-start gap-x-6 py-1">
              <div className="min-w-0 flex-1">
                <FormulaField name={`terms.${index}.text`} label={words.term(index + 1)} />
                {!isPlain && <Values values={previews[`terms.${index}.text`]} />}
              </div>
              <PlainButton aria-label={words.removeTerm(index + 1, text)} onClick={() => remove(index)}>
                {words.remove}
              </PlainButton>
            </li>
          );
        })}
      </ul>
      <PlainButton onClick={() => append({ text: "" })}>{words.addTerm}</PlainButton>
    </Section>
  );
}
