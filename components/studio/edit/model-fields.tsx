import { Section } from "@/components/section";
import { SelectField, TextField, TickField } from "./fields";

const TRANSFORMS = {
  identity: "The value itself",
  log: "Its logarithm",
  log1p: "The logarithm of 1 plus it",
  sqrt: "Its square root",
};
const INTERVALS = {
  auto: "By the number of rows",
  t: "Student’s t, for few rows",
  conformal: "Conformal, from 100 rows on",
};

/** What the model is called and what it estimates. */
export function ModelFields({ trained }: { trained: boolean }) {
  return (
    <Section title="The model" anchor="model">
      <TextField name="title" label="Title" />
      <TextField name="summary" label="Summary" hint="One sentence on what it estimates" rows={2} />
      <TextField name="id" label="Id" hint="The model’s name in web addresses: small letters, digits and hyphens" />
      <TextField name="target.label" label="What it estimates" />
      <TextField name="target.unit" label="Unit" hint="A currency as USD, or any other unit" />
      <TextField name="target.help" label="What the unit is exactly" hint="Such as: Canadian dollars of 1987" />
      <TextField
        name="target.phrase"
        label="How the sentence about the range begins"
        hint="Such as: houses like this sold for"
      />
      <TickField
        name="target.positive"
        label="It is always above 0"
        hint="Where the model gives 0 or less, no estimate is shown."
      />
      {trained && (
        <>
          <SelectField
            name="target.transform"
            label="What is fitted"
            hint="With a logarithm or a root, the estimate is a median"
            options={TRANSFORMS}
          />
          <SelectField name="interval" label="Where ranges come from" options={INTERVALS} />
        </>
      )}
    </Section>
  );
}

/** What people must know before they rely on it. */
export function CardFields({ trained }: { trained: boolean }) {
  return (
    <Section title="What people must know" anchor="card">
      <TextField name="card.intendedUse" label="What it is for" rows={2} />
      <TextField
        name="card.disclaimer"
        label="What it must never be used for"
        hint="It stands beside each estimate. Leave it blank where there is nothing."
        rows={2}
      />
      <TextField name="card.limits" label="Its limits" hint="A sentence on each line" rows={5} />
      <TextField name="card.source" label="Where the rows come from" rows={2} />
      {trained && (
        <TickField
          name="showRows"
          label="Rows of the table may be shown to people"
          hint="As comparables beside an estimate, and in the JSON export."
        />
      )}
    </Section>
  );
}
