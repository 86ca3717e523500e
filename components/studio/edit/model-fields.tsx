import { useWords } from "@/components/language/use-words";
import { LANGUAGE_NAMES } from "@/lib/language/locale";
import { Section } from "@/components/section";
import { STUDIO_WORDS } from "../words";
import { SelectField, TextField, TickField } from "./fields";
import { EDIT_WORDS } from "./words";

/** What the model is called and what it estimates. */
export function ModelFields({ trained }: { trained: boolean }) {
  const words = useWords(EDIT_WORDS);
  const studio = useWords(STUDIO_WORDS);
  return (
    <Section title={words.model} anchor="model">
      <TextField name="title" label={words.title} />
      <TextField name="summary" label={words.summary} hint={words.summaryHint} rows={2} />
      <TextField name="id" label={studio.id} hint={studio.idHint} />
      <SelectField name="language" label={words.language} hint={words.languageHint} options={LANGUAGE_NAMES} />
      <TextField name="target.label" label={words.targetLabel} />
      <TextField name="target.unit" label={words.unit} hint={words.unitHint} />
      <TextField name="target.help" label={words.targetHelp} hint={words.targetHelpHint} />
      <TextField name="target.phrase" label={words.phrase} hint={words.phraseHint} />
      <TickField name="target.positive" label={words.positive} hint={words.positiveHint} />
      {trained && (
        <>
          <SelectField
            name="target.transform"
            label={words.transform}
            hint={words.transformHint}
            options={words.transforms}
          />
          <SelectField name="interval" label={words.interval} options={words.intervals} />
        </>
      )}
    </Section>
  );
}

/** The texts of the model card. */
export function CardFields({ trained }: { trained: boolean }) {
  const words = useWords(EDIT_WORDS);
  return (
    <Section title={words.card} anchor="card">
      <TextField name="card.intendedUse" label={words.intendedUse} rows={2} />
      <TextField name="card.disclaimer" label={words.disclaimer} hint={words.disclaimerHint} rows={2} />
      <TextField name="card.limits" label={words.limits} hint={words.limitsHint} rows={5} />
      <TextField name="card.source" label={words.source} rows={2} />
      {trained && <TickField name="showRows" label={words.showRows} hint={words.showRowsHint} />}
    </Section>
  );
}
