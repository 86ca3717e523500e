import { DataTable } from "@/components/chart/data-table";
import { RowChart } from "@/components/chart/row-chart";
import { Disclosure } from "@/components/disclosure";
import { fold, MOST_SHOWN } from "@/components/fold";
import { othersInWords, largestTermsInWords, lessOverlapInWords } from "@/components/fold-words";
import { FoldedTable } from "@/components/folded-table";
import { signedAmount } from "@/components/words";
import { writeProbability } from "@/lib/judging/probability-words";
import { codingInWords } from "@/lib/model/coding-words";
import { formatQuantity, formatShare, inSentence, roundingStep } from "@/lib/model/format";
import type { Model } from "@/lib/model/model";
import { isLogarithm } from "@/lib/model/scale";
import { hasUnequalVariance, type Coefficient, type LinearInference } from "@/lib/model/predictor";
import type { Spec } from "@/lib/model/spec";
import { confidenceInterval, standardiseTerms, type TermStep } from "@/lib/linear/standardise";
import { extent } from "d3-array";
import { scaleLinear } from "d3-scale";
import { termAsHead, writeDigits } from "./figures";
import { coefficientRangesInWords, INFLATION_IN_WORDS } from "./sentences";
import { hollowInWords, scaleInWords, stepInWords } from "./coefficient-sentences";
import { NO_STANDARD_ERRORS } from "./unknown-sentences";

/** A step of a term on the axis: money as it is; on the scale of a logarithm, what it multiplies by as a change. */
function axisOf(spec: Spec, steps: TermStep[]) {
  const [least = 0, most = 0] = extent(steps.flatMap(({ low, high }) => [low, high, 0]));
  if (isLogarithm(spec.target.transform)) {
    const changes = scaleLinear([Math.exp(least) - 1, Math.exp(most) - 1], [0, 1]).ticks(4);
    const write = (value: number) => {
      const change = Math.exp(value) - 1;
      return `${change > 0.005 ? "+" : change < -0.005 ? "−" : ""}${formatShare(Math.abs(Math.round(change * 100) / 100))}`;
    };
    return { domain: [least, most] as [number, number], ticks: changes.map(Math.log1p), write };
  }
  const write = (value: number) => signedAmount(Number(value.toPrecision(3)), unitOf(spec));
  return { domain: [least, most] as [number, number], ticks: scaleLinear([least, most], [0, 1]).ticks(3), write };
}

/** Terms by what a comparable step of each adds, largest first, with what could as well be true. */
function ForestPlot({ spec, steps }: { spec: Spec; steps: TermStep[] }) {
  const sorted = steps.toSorted((a, b) => Math.abs(b.amount) - Math.abs(a.amount)).slice(0, MOST_SHOWN);
  const { domain, ticks, write } = axisOf(spec, sorted);
  const label = inSentence(spec.target.label);
  return (
    <RowChart
      domain={domain}
      ticks={ticks}
      write={write}
      reference={{ at: 0, text: "adds nothing" }}
      label={`What a step of each term adds to the ${label}; the table below has the coefficients.`}
      rows={sorted.map(({ term, kind, step, amount, low, high }) => ({
        key: term,
        label: termAsHead(spec, term),
        detail: kind === "no to yes" ? "no to yes" : `+${writeDigits(step, undefined, 2)}`,
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
  const unsure = steps.filter(({ low, high }) => low <= 0 && high >= 0).length;
  return (
    <>
      <p className="max-w-[38rem]">
        What a step from a low to a high value of each term adds to the estimate while all other terms stay as they are.{" "}
        {coefficientRangesInWords(unequalVariance)} {hollowInWords(unsure, steps.length)}
      </p>
      {steps.length > MOST_SHOWN && (
        <p className="mt-4 max-w-[38rem]">{largestTermsInWords(MOST_SHOWN, steps.length)}</p>
      )}
      <ForestPlot spec={spec} steps={steps} />
      <p className="mt-3 text-caption text-quiet">
        A step is two standard deviations of the term among the rows, given beside its name, so that terms in different
        units can be compared; for a yes or no it is from no to yes. {stepInWords(spec)}
        Terms made of the same inputs never move alone: what one more of an input is worth is on the page of an
        estimate.
      </p>
    </>
  );
}

const COLUMNS = ["Term", "Estimate", "95% interval", "Std. error", "HC3", "t", "p", "VIF"];

/** Of the folded coefficients, without what the interval has and what the table of overlap is about. */
const inBrief = <Cell,>(cells: Cell[]) => cells.filter((_, column) => !["HC3", "VIF"].includes(COLUMNS[column]!));

/** The coefficients are in the target's unit, or on the scale of the fit, which has none. */
function unitOf({ target }: Spec): string | undefined {
  return target.transform === "identity" ? target.unit : undefined;
}

/** What each term adds, how sure that is, and all that R's `summary` would say of it. */
export function Coefficients({ model, inference }: { model: Model; inference: LinearInference }) {
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
    const write = (value: number) => formatQuantity(value, unit, step);
    return [
      termAsHead(spec, term),
      write(estimate),
      `${write(low)} to ${write(high)}`,
      writeDigits(standardError, unit),
      writeDigits(robustStandardError, unit),
      formatQuantity(t, undefined, 0.1),
      writeProbability(p),
      vif === null ? "–" : formatQuantity(vif, undefined, 0.1),
    ];
  };
  const overlap = fold(inference.inflation, ({ gvif, df }) => gvif ** (1 / (2 * df)));
  return (
    <>
      {steps.length > 0 && <Steps spec={spec} steps={steps} unequalVariance={unequalVariance} />}
      <DataTable wide double={["95% interval"]} caption="Coefficients" columns={COLUMNS} rows={shown.map(describe)} />
      {others.length > 0 && (
        <Disclosure summary={othersInWords(others.length, "coefficient")} className="mt-2">
          <div className="scrolled" tabIndex={0} role="region" aria-label="The other coefficients">
            <FoldedTable columns={inBrief(COLUMNS)} rows={others.map((other) => inBrief(describe(other)))} />
          </div>
        </Disclosure>
      )}
      <CodingNotes model={model} />
      <p className="mt-5 text-caption text-quiet">
        {scaleInWords(spec)} HC3 is the robust standard error, which holds where errors are not equally large
        {unequalVariance && "; the intervals use it, t and p do not"}. VIF above 10: the other terms hold nearly the
        same.
      </p>
      <DataTable
        wide
        caption="How much inputs overlap"
        columns={["Input", "df", "GVIF", "GVIF^(1/(2 df))"]}
        rows={overlap.shown.map(({ input, gvif, df }) => [
          labels.get(input),
          formatQuantity(df),
          formatQuantity(gvif, undefined, 0.1),
          formatQuantity(gvif ** (1 / (2 * df)), undefined, 0.1),
        ])}
      />
      {overlap.others.length > 0 && (
        <p className="mt-3 text-caption text-quiet">{lessOverlapInWords(overlap.others.length)}</p>
      )}
      <p className="mt-5 text-caption text-quiet">{INFLATION_IN_WORDS}</p>
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
  const describe = ({ term, estimate }: Coefficient) => [
    termAsHead(spec, term),
    <span key="estimate" className="whitespace-nowrap">
      {formatQuantity(estimate, unitOf(spec), 10 ** (Math.floor(Math.log10(Math.abs(estimate) || 1)) - 5))}
    </span>,
  ];
  return (
    <>
      <p className="max-w-[38rem]">What each term adds to the estimate. {NO_STANDARD_ERRORS}</p>
      <DataTable
        caption="Coefficients"
        columns={["Term", "Estimate"]}
        rows={coefficients.slice(0, MOST_SHOWN).map(describe)}
      />
      {coefficients.length > MOST_SHOWN && (
        <Disclosure summary={othersInWords(coefficients.length - MOST_SHOWN, "coefficient")} className="mt-2">
          <FoldedTable columns={["Term", "Estimate"]} rows={coefficients.slice(MOST_SHOWN).map(describe)} />
        </Disclosure>
      )}
      <p className="mt-5 text-caption text-quiet">{scaleInWords(spec)}</p>
    </>
  );
}
