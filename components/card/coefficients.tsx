import { DataTable } from "@/components/chart/data-table";
import { RowChart } from "@/components/chart/row-chart";
import { Disclosure } from "@/components/disclosure";
import { fold, MOST_SHOWN } from "@/components/fold";
import { othersInWords, largestTermsInWords, lessOverlapInWords } from "@/components/fold-words";
import { FoldedTable } from "@/components/folded-table";
import { useWords } from "@/components/language/use-words";
import { useWriter } from "@/components/language/use-writer";
import { lowToHigh } from "@/components/low-to-high";
import { writeProbability } from "@/lib/judging/probability-words";
import { codingInWords } from "@/lib/model/coding-words";
import { roundingStep } from "@/lib/model/format";
import type { Model } from "@/lib/model/model";
import { isLogarithm } from "@/lib/model/scale";
import { hasUnequalVariance, type Coefficient, type LinearInference } from "@/lib/model/predictor";
import type { Spec } from "@/lib/model/spec";
import { confidenceInterval, standardiseTerms, type TermStep } from "@/lib/linear/standardise";
import { extent } from "d3-array";
import { scaleLinear } from "d3-scale";
import { hollowInWords, scaleInWords, stepInWords } from "./coefficient-sentences";
import { termAsHead, writeDigits, writerFor } from "./figures";
import { coefficientRangesInWords } from "./fit-sentences";
import { FIT_WORDS } from "./fit-words";

/** A step of a term on the axis: money as it is; on the scale of a logarithm, what it multiplies by as a change. */
function axisOf(spec: Spec, steps: TermStep[]) {
  const { share, signed } = writerFor(spec);
  const [least = 0, most = 0] = extent(steps.flatMap(({ low, high }) => [low, high, 0]));
  if (isLogarithm(spec.target.transform)) {
    const changes = scaleLinear([Math.exp(least) - 1, Math.exp(most) - 1], [0, 1]).ticks(4);
    const write = (value: number) => {
      const change = Math.exp(value) - 1;
      return `${change > 0.005 ? "+" : change < -0.005 ? "−" : ""}${share(Math.abs(Math.round(change * 100) / 100))}`;
    };
    return { domain: [least, most] as [number, number], ticks: changes.map(Math.log1p), write };
  }
  const write = (value: number) => signed(Number(value.toPrecision(3)), unitOf(spec));
  return { domain: [least, most] as [number, number], ticks: scaleLinear([least, most], [0, 1]).ticks(3), write };
}

/** Terms by what a comparable step of each adds, largest first, with what could as well be true. */
function ForestPlot({ spec, steps }: { spec: Spec; steps: TermStep[] }) {
  const words = useWords(FIT_WORDS);
  const writer = useWriter();
  const sorted = steps.toSorted((a, b) => Math.abs(b.amount) - Math.abs(a.amount)).slice(0, MOST_SHOWN);
  const { domain, ticks, write } = axisOf(spec, sorted);
  return (
    <RowChart
      domain={domain}
      ticks={ticks}
      write={write}
      reference={{ at: 0, text: words.noEffect }}
      label={words.stepChart(writer.inSentence(spec.target))}
      rows={sorted.map(({ term, kind, step, amount, low, high }) => ({
        key: term,
        label: termAsHead(spec, term),
        detail: kind === "no to yes" ? words.noToYes : `+${writeDigits(writer, step, undefined, 2)}`,
        figure: write(amount),
        interval: [low, high],
        marks: [{ at: amount, shape: low <= 0 && high >= 0 ? "hollow" : "filled" }],
        rust: amount < 0,
      }))}
    />
  );
}

/** What a step of each term adds, where rows say how far a step is. */
function Steps({ spec, steps, unequalVariance }: { spec: Spec; steps: TermStep[]; unequalVariance: boolean }) {
  const words = useWords(FIT_WORDS);
  const { locale } = useWriter();
  const unsure = steps.filter(({ low, high }) => low <= 0 && high >= 0).length;
  return (
    <>
      <p className="max-w-[38rem]">
        {words.steps} {coefficientRangesInWords(locale, unequalVariance)} {hollowInWords(locale, unsure, steps.length)}
      </p>
      {steps.length > MOST_SHOWN && (
        <p className="mt-4 max-w-[38rem]">{largestTermsInWords(MOST_SHOWN, steps.length, locale)}</p>
      )}
      <ForestPlot spec={spec} steps={steps} />
      <p className="mt-3 text-caption text-quiet">
        {words.aStep} {stepInWords(spec)}
        {words.together}
      </p>
    </>
  );
}

type Column = keyof (typeof FIT_WORDS)["en"]["columns"];

const COLUMNS: Column[] = ["term", "estimate", "interval", "standardError", "hc3", "t", "p", "vif"];

/** Of the folded coefficients, without what the interval has and what the table of overlap is about. */
const inBrief = <Cell,>(cells: Cell[]) => cells.filter((_, index) => !["hc3", "vif"].includes(COLUMNS[index]!));

/** The coefficients are in the target's unit, or on the scale of the fit, which has none. */
function unitOf({ target }: Spec): string | undefined {
  return target.transform === "identity" ? target.unit : undefined;
}

/** What each term adds, how sure that is, and all that R's `summary` has on it. */
export function Coefficients({ model, inference }: { model: Model; inference: LinearInference }) {
  const words = useWords(FIT_WORDS);
  const writer = useWriter();
  const { locale, quantity } = writer;
  const columns = COLUMNS.map((column) => words.columns[column]);
  const { spec } = model;
  const unit = unitOf(spec);
  const steps = standardiseTerms(model);
  const labels = new Map(spec.inputs.map(({ name, label }) => [name, label]));
  const unequalVariance = hasUnequalVariance(inference.fit);
  const { shown, others } = fold(inference.coefficients, ({ t }) => Math.abs(t));
  const describe = (coefficient: (typeof shown)[number]) => {
    const { term, estimate, standardError, robustStandardError, t, p, vif } = coefficient;
    const { low, high } = confidenceInterval(inference, coefficient);
    const step = roundingStep(low, high);
    const write = (value: number) => quantity(value, unit, step);
    return [
      termAsHead(spec, term),
      write(estimate),
      lowToHigh(locale, write(low), write(high)),
      writeDigits(writer, standardError, unit),
      writeDigits(writer, robustStandardError, unit),
      quantity(t, undefined, 0.1),
      writeProbability(p, locale),
      vif === null ? "–" : quantity(vif, undefined, 0.1),
    ];
  };
  const overlap = fold(inference.inflation, ({ gvif, df }) => gvif ** (1 / (2 * df)));
  return (
    <>
      {steps.length > 0 && <Steps spec={spec} steps={steps} unequalVariance={unequalVariance} />}
      <DataTable
        wide
        double={[words.columns.interval]}
        caption={words.coefficients}
        columns={columns}
        rows={shown.map(describe)}
      />
      {others.length > 0 && (
        <Disclosure summary={othersInWords(others.length, "coefficient", locale)} className="mt-2">
          <div className="scrolled" tabIndex={0} role="region" aria-label={words.otherCoefficients}>
            <FoldedTable columns={inBrief(columns)} rows={others.map((other) => inBrief(describe(other)))} />
          </div>
        </Disclosure>
      )}
      <CodingNotes model={model} />
      <p className="mt-5 text-caption text-quiet">
        {scaleInWords(spec)} {unequalVariance ? words.hc3Used : words.hc3} {words.vif}
      </p>
      <DataTable
        wide
        caption={words.overlap}
        columns={words.overlapColumns}
        rows={overlap.shown.map(({ input, gvif, df }) => [
          labels.get(input),
          quantity(df),
          quantity(gvif, undefined, 0.1),
          quantity(gvif ** (1 / (2 * df)), undefined, 0.1),
        ])}
      />
      {overlap.others.length > 0 && (
        <p className="mt-3 text-caption text-quiet">{lessOverlapInWords(overlap.others.length, locale)}</p>
      )}
      <p className="mt-5 text-caption text-quiet">{words.inflation}</p>
    </>
  );
}

/** Levels that share a coefficient, and those that have none. */
function CodingNotes({ model: { spec, predictor, evidence } }: { model: Model }) {
  return codingInWords(spec, predictor.coding, evidence).map((sentence) => (
    <p key={sentence} className="mt-5 max-w-[38rem]">
      {sentence}
    </p>
  ));
}

/** What each term adds, where nothing says how sure that is. */
export function CoefficientsAlone({ spec, coefficients }: { spec: Spec; coefficients: Coefficient[] }) {
  const words = useWords(FIT_WORDS);
  const { locale, quantity } = useWriter();
  const columns = [words.columns.term, words.columns.estimate];
  const describe = ({ term, estimate }: Coefficient) => [
    termAsHead(spec, term),
    <span key="estimate" className="whitespace-nowrap">
      {quantity(estimate, unitOf(spec), 10 ** (Math.floor(Math.log10(Math.abs(estimate) || 1)) - 5))}
    </span>,
  ];
  return (
    <>
      <p className="max-w-[38rem]">
        {words.alone} {words.noStandardErrors}
      </p>
      <DataTable
        caption={words.coefficients}
        columns={columns}
        rows={coefficients.slice(0, MOST_SHOWN).map(describe)}
      />
      {coefficients.length > MOST_SHOWN && (
        <Disclosure summary={othersInWords(coefficients.length - MOST_SHOWN, "coefficient", locale)} className="mt-2">
          <FoldedTable columns={columns} rows={coefficients.slice(MOST_SHOWN).map(describe)} />
        </Disclosure>
      )}
      <p className="mt-5 text-caption text-quiet">{scaleInWords(spec)}</p>
    </>
  );
}
