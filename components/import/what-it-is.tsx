import { DataTable } from "@/components/chart/data-table";
import { Disclosure } from "@/components/disclosure";
import { MOST_SHOWN } from "@/components/fold";
import { othersInWords } from "@/components/fold-words";
import { FoldedTable } from "@/components/folded-table";
import { Section } from "@/components/section";
import type { ModelDescription } from "@/lib/import/estimator/description";
import { formulaInWords, inputWords, notNeeded } from "@/lib/import/estimator/words";
import type { ImportedModel } from "@/lib/import/read-files";
import { useWords } from "@/components/language/use-words";
import { useLocale } from "#locale";
import type { ReactNode } from "react";
import { MODEL_WORDS } from "./model-words";
import { everyDigit, modelInWords, sumInWords } from "./words";

/** A longer formula is a product of others, and its name is clearer. */
const LONGEST_FORMULA = 48;
/** More rows of a table are of no use on a page. */
const MOST_ROWS = 1000;

interface WhatItIsProps {
  model: ImportedModel;
  /** The present names of the inputs. */
  names: string[];
}

/** What the file contains: the model, its notes, steps, coefficients, and the values that its inputs accept. */
export function WhatItIs({ model: { description, carried }, names }: WhatItIsProps) {
  const words = useWords(MODEL_WORDS);
  const locale = useLocale();
  const { steps, inputs, notes, writer } = description;
  const others = notNeeded(carried);
  return (
    <Section title={words.title}>
      <p lang={writer && "en"} className="text-head tracking-[-0.02em] wrap-anywhere">
        {modelInWords(locale, description)}.
      </p>
      <p className="mt-3 max-w-[38rem]">{sumInWords(locale, description)}</p>
      {notes.length > 0 && (
        <ul lang="en" className="mt-6 max-w-[38rem] space-y-2 border-l-2 border-rust pl-5">
          {notes.map((note) => (
            <li key={note}>{note}</li>
          ))}
        </ul>
      )}
      {steps.length > 1 && (
        <>
          <h3 className="mt-8 text-small text-quiet">{words.steps}</h3>
          <ol lang="en" className="mt-2 text-small">
            {steps.map((step, index) => (
              <li key={index} className="grid grid-cols-[1.75rem_minmax(0,1fr)] border-t border-rule py-2">
                <span className="text-quiet">{index + 1}</span>
                <span className="wrap-anywhere">{step}</span>
              </li>
            ))}
          </ol>
        </>
      )}
      <Coefficients description={description} names={names} />
      <Disclosure summary={words.inputs(inputs.length)} className="mt-4">
        <dl className="text-small">
          {inputs.slice(0, MOST_ROWS).map((input, position) => (
            <div key={input.id} className="grid gap-x-6 border-t border-rule py-2 sm:grid-cols-[14rem_minmax(0,1fr)]">
              <dt className="wrap-anywhere">{names[position]}</dt>
              <dd className="wrap-anywhere text-quiet">{inputWords(input, description, locale)}</dd>
            </div>
          ))}
        </dl>
      </Disclosure>
      {others.length > 0 && (
        <Disclosure summary={words.notNeeded(others.length)}>
          <ul className="font-mono text-caption wrap-anywhere">
            {others.map((name) => (
              <li key={name}>{name}</li>
            ))}
          </ul>
        </Disclosure>
      )}
    </Section>
  );
}

/** The first coefficients of the file, and the others folded. */
function Coefficients({ description, names }: { description: ModelDescription; names: string[] }) {
  const words = useWords(MODEL_WORDS);
  const locale = useLocale();
  const { columns, coefficients, intercept } = description;
  const rows = columns
    .slice(0, MOST_ROWS)
    .map((column, index) => [
      <ColumnHead key="head" description={description} names={names} index={index} />,
      everyDigit(locale, coefficients[index]!),
    ]);
  const all: ReactNode[][] = [[words.intercept, everyDigit(locale, intercept)], ...rows];
  const others = all.slice(MOST_SHOWN);
  const [shown, folded] = others.length > 2 ? [all.slice(0, MOST_SHOWN), others] : [all, []];
  const summary = othersInWords(folded.length, "coefficient", locale);
  return (
    <>
      <DataTable caption={words.coefficients} columns={words.head} rows={shown} />
      {folded.length > 0 && (
        <Disclosure summary={summary} className="mt-2">
          <FoldedTable caption={words.otherCoefficients} columns={words.head} rows={folded} />
          {columns.length > MOST_ROWS && (
            <p className="mt-3 text-small text-quiet">{words.leftOut(columns.length - MOST_ROWS)}</p>
          )}
        </Disclosure>
      )}
    </>
  );
}

/** A column by its name; an input without a name in the file, by its present name. */
function ColumnHead({ description, names, index }: { description: ModelDescription; names: string[]; index: number }) {
  const { columns, inputs, readings } = description;
  const { label, expression } = columns[index]!;
  const formula = roundNumbers(formulaInWords(expression, description) ?? "");
  const reading = expression.kind === "name" ? readings.find(({ id }) => id === expression.name) : undefined;
  const unnamed = reading && inputs[reading.input]!.name === null;
  return (
    <span className="block wrap-anywhere">
      {unnamed ? names[reading.input] : label}
      {formula !== "" && formula.length <= LONGEST_FORMULA && (
        <span className="block font-mono text-caption text-quiet">{formula}</span>
      )}
    </span>
  );
}

/** A formula for reading: six digits of each number. */
const roundNumbers = (formula: string) =>
  formula.replace(/\d+\.\d{6,}(e[+-]?\d+)?/g, (number) => String(Number(Number(number).toPrecision(6))));
