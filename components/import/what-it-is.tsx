import { DataTable } from "@/components/chart/data-table";
import { Disclosure } from "@/components/disclosure";
import { MOST_SHOWN } from "@/components/fold";
import { othersInWords } from "@/components/fold-words";
import { FoldedTable } from "@/components/folded-table";
import { Section } from "@/components/section";
import type { ModelDescription } from "@/lib/import/estimator/description";
import { formulaInWords, inputWords, notNeeded } from "@/lib/import/estimator/words";
import type { ImportedModel } from "@/lib/import/read-files";
import { formatCount } from "@/lib/model/format";
import type { ReactNode } from "react";
import { modelInWords, sumInWords } from "./words";

/** A longer formula is a product of others, and says less than its name. */
const LONGEST_FORMULA = 48;
/** Rows of a table beyond these help nobody on a page. */
const MOST_ROWS = 1000;

interface WhatItIsProps {
  model: ImportedModel;
  /** What the inputs are called by now. */
  names: string[];
}

/** What the file holds: the model, its steps, its coefficients, what its inputs take, and what to know of it. */
export function WhatItIs({ model: { description, carried }, names }: WhatItIsProps) {
  const { steps, inputs, notes } = description;
  const others = notNeeded(carried);
  return (
    <Section title="What it is">
      <p className="text-head tracking-[-0.02em] wrap-anywhere">{modelInWords(description)}.</p>
      <p className="mt-3 max-w-[38rem]">{sumInWords(description)}</p>
      {notes.length > 0 && (
        <ul className="mt-6 max-w-[38rem] space-y-2 border-l-2 border-rust pl-5">
          {notes.map((note) => (
            <li key={note}>{note}</li>
          ))}
        </ul>
      )}
      {steps.length > 1 && (
        <>
          <h3 className="mt-8 text-small text-quiet">What happens to a row, in order</h3>
          <ol className="mt-2 text-small">
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
      <Disclosure
        summary={`What ${inputs.length === 1 ? "the input takes" : `each of the ${inputs.length} inputs takes`}`}
        className="mt-4"
      >
        <dl className="text-small">
          {inputs.slice(0, MOST_ROWS).map((input, position) => (
            <div key={input.id} className="grid gap-x-6 border-t border-rule py-2 sm:grid-cols-[14rem_minmax(0,1fr)]">
              <dt className="wrap-anywhere">{names[position]}</dt>
              <dd className="wrap-anywhere text-quiet">{inputWords(input, description)}</dd>
            </div>
          ))}
        </dl>
      </Disclosure>
      {others.length > 0 && (
        <Disclosure summary={`${formatCount(others.length, "name")} in the file that no estimate needs`}>
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

/** As many as a page shows, the others folded, in the order of the file. */
function Coefficients({ description, names }: { description: ModelDescription; names: string[] }) {
  const { columns, coefficients, intercept } = description;
  const rows = columns
    .slice(0, MOST_ROWS)
    .map((column, index) => [
      <ColumnHead key="head" description={description} names={names} index={index} />,
      digits(coefficients[index]!),
    ]);
  const head = ["Column", "Coefficient"];
  const all: ReactNode[][] = [["Intercept", digits(intercept)], ...rows];
  const others = all.slice(MOST_SHOWN);
  const [shown, folded] = others.length > 2 ? [all.slice(0, MOST_SHOWN), others] : [all, []];
  return (
    <>
      <DataTable caption="Coefficients" columns={head} rows={shown} />
      {folded.length > 0 && (
        <Disclosure summary={othersInWords(folded.length, "coefficient")} className="mt-2">
          <FoldedTable caption="The other coefficients" columns={head} rows={folded} />
          {columns.length > MOST_ROWS && (
            <p className="mt-3 text-small text-quiet">
              {formatCount(columns.length - MOST_ROWS, "more coefficient")}{" "}
              {columns.length - MOST_ROWS === 1 ? "is" : "are"} left out here.
            </p>
          )}
        </Disclosure>
      )}
    </>
  );
}

/** A column by its name; an input that the file does not name, by the name that it has by now. */
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

/** Every digit, as Python prints a number, with a sign that a reader sees. */
const digits = (value: number) => String(value).replace("-", "−");
