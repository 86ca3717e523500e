import { Disclosure } from "@/components/disclosure";
import { Section } from "@/components/section";
import type { ModelDescription } from "@/lib/import/estimator/description";
import { formatQuantity } from "@/lib/model/format";
import { idOf, readHeader } from "@/lib/training/draft/names";
import { ID_FIELD, nameField, placeholderOf, splitNames, TARGET_FIELD, type AskedTexts } from "./asked";
import { TextLine } from "@/components/line";
import { namesInWords } from "./words";

interface AskedFieldsProps {
  description: ModelDescription;
  asked: AskedTexts;
  onChange: (asked: AskedTexts) => void;
}

/** The id that a target suggests: "sale-price" of "Sale price (USD)". */
const idFor = (target: string) => (target.trim() === "" ? "" : idOf(readHeader(target.trim()).label));

/** What no file of a fitted model can know. */
export function AskedFields({ description, asked, onChange }: AskedFieldsProps) {
  const { target, id, names, positive } = asked;
  const unnamed = description.inputs.some(({ name }) => name === null);
  const change = (part: Partial<AskedTexts>) => onChange({ ...asked, ...part });
  const fields = <NameFields description={description} names={names} onChange={(names) => change({ names })} />;
  return (
    <Section title="What it cannot know">
      <p className="mb-6 max-w-[38rem]">
        {namesInWords(description)} It does not say what the model estimates, nor in which units.
      </p>
      <TextLine
        id={TARGET_FIELD}
        label="What it estimates"
        hint="With its unit in brackets: sale price (USD)"
        value={target}
        onChange={(text) => {
          // The id follows the target until somebody writes another.
          const follows = id === idFor(target);
          change({ target: text, ...(follows && { id: idFor(text) }) });
        }}
      />
      <TextLine
        id={ID_FIELD}
        label="Id"
        hint="In addresses: small letters, digits and hyphens"
        value={id}
        onChange={(id) => change({ id })}
      />
      {description.inverse !== "exp" && (
        <div className="border-t border-rule py-3">
          <label className="flex min-h-11 w-fit cursor-pointer items-center gap-3">
            <input
              type="checkbox"
              checked={positive}
              onChange={(event) => change({ positive: event.target.checked })}
              className="size-5 shrink-0 accent-accent"
            />
            It is always above 0
          </label>
          <p className="text-small text-quiet">Where the model gives 0 or less, no estimate is shown.</p>
        </div>
      )}
      {unnamed ? (
        <>
          <h3 className="mt-8 font-medium">Names of inputs</h3>
          <p className="mt-1 mb-4 max-w-[38rem] text-small text-quiet">
            In the order of the training table. A list can be pasted into the first: what{" "}
            <span className="font-mono">list(X.columns)</span> prints, or a row of a spreadsheet.
          </p>
          {fields}
        </>
      ) : (
        <Disclosure summary="Name inputs otherwise, or give their units" className="border-t border-rule pt-2">
          {fields}
        </Disclosure>
      )}
    </Section>
  );
}

interface NameFieldsProps {
  description: ModelDescription;
  names: string[];
  onChange: (names: string[]) => void;
}

function NameFields({ description, names, onChange }: NameFieldsProps) {
  /** A list goes into this field and those after it. */
  function spread(position: number, pasted: string): boolean {
    const list = splitNames(pasted);
    if (list.length < 2) return false;
    onChange(names.map((name, index) => list[index - position] ?? name));
    return true;
  }
  return names.map((name, position) => {
    const own = description.inputs[position]!.name;
    const coefficient = coefficientOf(description, position);
    const hint = coefficient === undefined ? undefined : `Its coefficient is ${formatQuantity(coefficient)}`;
    return (
      <TextLine
        key={position}
        id={nameField(position)}
        label={own ?? placeholderOf(position)}
        hint={own === null ? hint : undefined}
        value={name}
        onChange={(text) => onChange(names.with(position, text))}
        onPaste={(pasted) => spread(position, pasted)}
      />
    );
  });
}

/** Of an input that is a column by itself. */
function coefficientOf({ columns, readings, coefficients }: ModelDescription, position: number): number | undefined {
  const own = readings.find(({ input, lookup }) => input === position && !lookup);
  const column = columns.findIndex(({ expression }) => expression.kind === "name" && expression.name === own?.id);
  return coefficients[column];
}
