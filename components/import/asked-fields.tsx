import { useWords } from "@/components/language/use-words";
import { useWriter } from "@/components/language/use-writer";
import { useLocale } from "#locale";
import { Disclosure } from "@/components/disclosure";
import { Section } from "@/components/section";
import type { ModelDescription } from "@/lib/import/estimator/description";
import { idOf, readHeader } from "@/lib/training/draft/names";
import { ID_FIELD, nameField, placeholderOf, splitNames, TARGET_FIELD, type AskedTexts } from "./asked";
import { ASKED_WORDS } from "./asked-words";
import { TextLine } from "@/components/line";
import { namesInWords } from "./words";

interface AskedFieldsProps {
  description: ModelDescription;
  asked: AskedTexts;
  onChange: (asked: AskedTexts) => void;
}

const COLUMNS_IN_PYTHON = "list(X.columns)";

/** The id that follows from a target: "sale-price" of "Sale price (USD)". */
const idFor = (target: string) => (target.trim() === "" ? "" : idOf(readHeader(target.trim()).label));

/** What no file of a fitted model contains. */
export function AskedFields({ description, asked, onChange }: AskedFieldsProps) {
  const words = useWords(ASKED_WORDS);
  const locale = useLocale();
  const { target, id, names, positive } = asked;
  const unnamed = description.inputs.some(({ name }) => name === null);
  const change = (part: Partial<AskedTexts>) => onChange({ ...asked, ...part });
  const fields = <NameFields description={description} names={names} onChange={(names) => change({ names })} />;
  return (
    <Section title={words.title}>
      <p className="mb-6 max-w-[38rem]">
        {namesInWords(locale, description)} {words.unknown}
      </p>
      <TextLine
        id={TARGET_FIELD}
        label={words.target}
        hint={words.targetHint}
        value={target}
        onChange={(text) => {
          // The id follows the target until a person writes another.
          const follows = id === idFor(target);
          change({ target: text, ...(follows && { id: idFor(text) }) });
        }}
      />
      <TextLine id={ID_FIELD} label={words.id} hint={words.idHint} value={id} onChange={(id) => change({ id })} />
      {description.inverse !== "exp" && (
        <div className="border-t border-rule py-3">
          <label className="flex min-h-11 w-fit cursor-pointer items-center gap-3">
            <input
              type="checkbox"
              checked={positive}
              onChange={(event) => change({ positive: event.target.checked })}
              className="size-5 shrink-0 accent-accent"
            />
            {words.positive}
          </label>
          <p className="text-small text-quiet">{words.positiveHint}</p>
        </div>
      )}
      {unnamed ? (
        <>
          <h3 className="mt-8 font-medium">{words.names}</h3>
          <p className="mt-1 mb-4 max-w-[38rem] text-small text-quiet">
            {words.namesHint(<span className="font-mono">{COLUMNS_IN_PYTHON}</span>)}
          </p>
          {fields}
        </>
      ) : (
        <Disclosure summary={words.rename} className="border-t border-rule pt-2">
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
  const words = useWords(ASKED_WORDS);
  const write = useWriter();
  /** Puts a list into this field and the fields after it. */
  function spread(position: number, pasted: string): boolean {
    const list = splitNames(pasted);
    if (list.length < 2) return false;
    onChange(names.map((name, index) => list[index - position] ?? name));
    return true;
  }
  return names.map((name, position) => {
    const own = description.inputs[position]!.name;
    const coefficient = coefficientOf(description, position);
    const hint = coefficient === undefined ? undefined : words.coefficient(write.quantity(coefficient));
    return (
      <TextLine
        key={position}
        id={nameField(position)}
        label={own ?? placeholderOf(write.locale, position)}
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
