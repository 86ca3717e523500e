import { localeOf } from "@/lib/language/locale";
import { accuracyInWords } from "@/components/accuracy-measures";
import { rangeOrReason } from "@/components/range-words";
import { stepOf } from "@/components/result/level";
import { asSentence, bareInWords, valueInWords } from "@/components/words";
import type { Estimated, Prediction, Refused } from "@/lib/model/answer/predict";
import { writerOf } from "@/lib/model/format";
import type { Inputs } from "@/lib/model/inputs/schema";
import type { Model } from "@/lib/model/model";
import type { Spec } from "@/lib/model/spec";
import { SHARE_WORDS } from "./words";

/** A text and what stands in its place where the font lacks letters of it: the first that can be drawn. */
export type Drawn = string | readonly string[];

/** What the image beside a link shows, from top to bottom. It is plain data, so that a thread can draw it. */
export interface Picture {
  /** Beside the name of the site; nothing where the headline is that. */
  title: Drawn | null;
  /** Above the headline. */
  lead: Drawn | null;
  headline: Drawn;
  /** Whether the headline is a number or a word as large as one; else it is the title of a model. */
  isFigure: boolean;
  /** The range and the estimate on a line, from 0 to 1. */
  bar: { low: number; high: number; estimate: number } | null;
  /** In rust: that the estimate is outside the training data. */
  warning: Drawn | null;
  text: Drawn;
  facts: Drawn[];
  reasons: Reason[];
  /** The disclaimer of the model, or its first limit. */
  limit: Drawn;
  hasDisclaimer: boolean;
}

export interface Reason {
  amount: string;
  raises: boolean;
  label: Drawn;
  value: string;
  /** The value without its unit, for where there is no room for it. */
  bare: string;
}

/** Contributions that are shown, the largest first. */
const MOST_REASONS = 3;

const wordsOf = (spec: Spec) => SHARE_WORDS[localeOf(spec)];
const titleOf = ({ title, id }: Spec): Drawn => [title, id];

function limitOf(spec: Spec): Pick<Picture, "limit" | "hasDisclaimer"> {
  const { disclaimer, limits } = spec.card;
  return { limit: [disclaimer ?? limits[0] ?? "", wordsOf(spec).limits], hasDisclaimer: disclaimer !== undefined };
}

const NOTHING = { title: null, lead: null, bar: null, warning: null, facts: [], reasons: [] };

/** A model: what it estimates, how accurate it is, and what it was trained on. */
export function pictureOfModel(model: Model): Picture {
  const { spec, evidence } = model;
  const write = writerOf(localeOf(spec));
  const { accuracyUnreadable, rows, inputs } = wordsOf(spec);
  return {
    ...NOTHING,
    headline: titleOf(spec),
    isFigure: false,
    text: [spec.summary, ""],
    facts: [
      [accuracyInWords(model), accuracyUnreadable],
      [...(evidence ? [rows(write, evidence.rows)] : []), inputs(write, spec.inputs.length)].join(" · "),
    ],
    ...limitOf(spec),
  };
}

/** A result: what the page of the same address shows first. */
export function pictureOfResult(model: Model, inputs: Inputs, prediction: Prediction): Picture {
  return prediction.refusal ? pictureOfRefusal(model, prediction) : pictureOfEstimate(model, inputs, prediction);
}

function pictureOfRefusal({ spec }: Model, { refusal }: Refused): Picture {
  const words = wordsOf(spec);
  return {
    ...NOTHING,
    title: titleOf(spec),
    headline: words.noEstimate,
    isFigure: true,
    text: [asSentence(refusal.detail), words.refused],
    ...limitOf(spec),
  };
}

function pictureOfEstimate(model: Model, inputs: Inputs, prediction: Estimated): Picture {
  const { spec } = model;
  const words = wordsOf(spec);
  const write = writerOf(localeOf(spec));
  const { label, unit, name } = spec.target;
  const step = stepOf(model, inputs, prediction);
  const number = (of: typeof write) => of.quantity(prediction.estimate, unit, step);
  return {
    ...NOTHING,
    title: titleOf(spec),
    lead: [words.estimate(write.inSentence(label)), words.estimate(name)],
    headline: [number(write), write.quantity(prediction.estimate, undefined, step)],
    isFigure: true,
    bar: barOf(model, prediction),
    warning: prediction.warnings.length > 0 ? words.outside : null,
    text: [rangeOrReason(spec, prediction, step), words.rangeOnPage],
    reasons: reasonsOf(model, prediction, step),
    ...limitOf(spec),
  };
}

/** The range on a line as long as the training data, as on the page. */
function barOf({ evidence }: Model, { interval, estimate }: Estimated): Picture["bar"] {
  const edges = evidence?.histogram.edges;
  if (!interval || !edges) return null;
  const [least, most] = [Math.min(edges[0]!, interval.low), Math.max(edges.at(-1)!, interval.high)];
  const place = (value: number) => (value - least) / (most - least);
  const bar = { low: place(interval.low), high: place(interval.high), estimate: place(estimate) };
  return Object.values(bar).every((at) => at >= 0 && at <= 1) ? bar : null;
}

function reasonsOf({ spec }: Model, { contributions }: Estimated, step: number): Reason[] {
  const write = writerOf(localeOf(spec));
  return [...(contributions ?? [])]
    .sort((a, b) => Math.abs(b.amount) - Math.abs(a.amount))
    .slice(0, MOST_REASONS)
    .filter(({ amount }) => Math.round(Math.abs(amount) / step) > 0)
    .map(({ input: name, value, amount }) => {
      const input = spec.inputs.find((each) => each.name === name)!;
      return {
        amount: write.signed(amount, spec.target.unit, step),
        raises: amount > 0,
        label: [input.label, name],
        value: valueInWords(input, value),
        bare: bareInWords(input, value),
      };
    });
}
