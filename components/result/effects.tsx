import { changeInWords, effectRangeInWords } from "@/components/change-words";
import { Disclosure } from "@/components/disclosure";
import { MOST_SHOWN } from "@/components/fold";
import { othersInWords, smallestLeftOutInWords } from "@/components/fold-words";
import { FoldedTable } from "@/components/folded-table";
import { useWords } from "@/components/language/use-words";
import { useWriter } from "@/components/language/use-writer";
import { measureEffects, type Effect } from "@/lib/model/explain/effects";
import { roundingStep } from "@/lib/model/format";
import type { Inputs } from "@/lib/model/inputs/schema";
import type { Model } from "@/lib/model/model";
import { extent, sort } from "d3-array";
import { drawingScale } from "@/components/chart/scale";
import { effectConfidenceInWords, MAY_BE_ZERO, WORTH_OUTSIDE } from "./sentences";
import { EFFECT_WORDS } from "./words";

/** Of a category with many levels, this many changes are among the first: what adds most and what takes most. */
const MOST_OF_AN_INPUT = 2;
/** Rows of the folded table. */
const MOST_FOLDED = 60;
/** Of very many effects, this many are among the first. */
const FEW_EFFECTS = 6;

/** The largest effects, without one input taking all places, and the others; both the largest first. */
function foldEffects(effects: Effect[]) {
  if (effects.length <= MOST_SHOWN) return { shown: effects, others: [] };
  const taken = new Map<string, number>();
  const first = effects.filter(({ input, amount }) => {
    const key = `${input} ${Math.sign(amount)}`;
    const count = (taken.get(key) ?? 0) + 1;
    taken.set(key, count);
    return count <= MOST_OF_AN_INPUT;
  });
  const kept = new Set(first.slice(0, FEW_EFFECTS));
  return { shown: effects.filter((each) => kept.has(each)), others: effects.filter((each) => !kept.has(each)) };
}

/** What one more of each thing is worth here, and how well the model knows it. */
export function Effects({ model, inputs, outside }: { model: Model; inputs: Inputs; outside: boolean }) {
  const { spec } = model;
  const { unit } = spec.target;
  const words = useWords(EFFECT_WORDS);
  const { locale, signed } = useWriter();
  // Outside the data the ranges of the amounts claim too much.
  const measured = measureEffects(model, inputs).map((effect) => (outside ? { ...effect, range: null } : effect));
  const effects = sort(measured, ({ amount }) => -Math.abs(amount));
  const { shown, others } = foldEffects(effects);
  const [least = 0, most = 0] = extent([
    0,
    ...shown.flatMap(({ amount, range }) => [amount, ...(range ? [range.low, range.high] : [])]),
  ]);
  const step = roundingStep(least, most);
  const x = drawingScale([least, most === least ? 1 : most], [2, 98]);
  const at = (value: number) => `${x(value)}%`;
  const known = new Map(spec.inputs.map((input) => [input.name, input]));

  return (
    <>
      <p className="max-w-[38rem]">
        {words.oneAtATime}{" "}
        {outside ? WORTH_OUTSIDE[locale] : effectConfidenceInWords(locale, model.predictor.inference?.errors ?? null)}
      </p>
      <ul className="mt-6 text-small">
        {shown.map((effect) => {
          const { input: name, from, to, amount, range } = effect;
          const sign = amount < 0 ? "rust" : "accent";
          const unsure = range !== null && range.low < 0 && range.high > 0;
          return (
            <li
              key={`${name} ${to}`}
              className="grid grid-cols-[minmax(0,1fr)_auto] gap-x-4 border-t border-rule sm:grid-cols-[minmax(0,15rem)_minmax(0,1fr)_auto] print:grid-cols-[minmax(0,1fr)_auto]"
            >
              <span className="pt-2.5 sm:pb-2.5 print:py-1">{changeInWords(known.get(name)!, from, to)}</span>
              <span className="screen-only relative order-last col-span-2 h-8 sm:order-none sm:col-span-1 sm:h-auto">
                <svg aria-hidden="true" className="chart absolute inset-0 size-full">
                  <line x1={at(0)} x2={at(0)} y2="100%" className="stroke-edge" />
                  {range && (
                    <line
                      x1={at(range.low)}
                      x2={at(range.high)}
                      y1="50%"
                      y2="50%"
                      strokeWidth="2"
                      className={unsure ? "stroke-edge" : sign === "rust" ? "stroke-rust" : "stroke-accent"}
                    />
                  )}
                  <circle
                    cx={at(amount)}
                    cy="50%"
                    r="4.5"
                    className={unsure ? "fill-edge" : sign === "rust" ? "fill-rust" : "fill-accent"}
                  />
                </svg>
              </span>
              <span className="pt-2.5 text-right sm:pb-2.5 print:flex print:flex-row-reverse print:gap-3 print:py-1">
                <span
                  className={`font-medium whitespace-nowrap print:min-w-24 ${unsure ? "" : sign === "rust" ? "text-rust" : "text-accent"}`}
                >
                  {signed(amount, unit, step)}
                </span>
                {range && (
                  <>
                    <span className="sr-only">, </span>
                    <span className="block text-caption text-quiet sm:w-52 print:w-auto">
                      {effectRangeInWords(locale, range, unit, step)}
                    </span>
                  </>
                )}
                {unsure && <span className="block text-caption">{MAY_BE_ZERO[locale]}</span>}
              </span>
            </li>
          );
        })}
      </ul>
      {others.length > 0 && (
        <Disclosure summary={othersInWords(others.length, "change", locale)} className="screen-only mt-4 text-small">
          <FoldedTable
            columns={words.columns}
            rows={others
              .slice(0, MOST_FOLDED)
              .map(({ input, from, to, amount }) => [
                changeInWords(known.get(input)!, from, to),
                signed(amount, unit, step),
              ])}
          />
          {others.length > MOST_FOLDED && (
            <p className="mt-3 text-caption text-quiet">
              {smallestLeftOutInWords(others.length - MOST_FOLDED, locale)}
            </p>
          )}
        </Disclosure>
      )}
    </>
  );
}
