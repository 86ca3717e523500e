import { termAmounts, type TermAmount } from "../linear/term-amounts";
import type { Inputs } from "../model/inputs/value";
import type { Model } from "../model/model";
import { termInWords } from "../model/term-words";

/** What a term adds to the difference of two estimates, on the scale of the fit. */
export interface TermDifference {
  term: string;
  /** The term for a person. */
  words: string;
  /** Null where the version has no such term. */
  champion: TermAmount | null;
  challenger: TermAmount | null;
  /** What it adds to the challenger's estimate less what it adds to the champion's: Δβ·x where both have it. */
  amount: number;
}

/** The difference of two estimates term by term; null where the scales of the fits differ, or one has no terms. */
export interface TermDifferences {
  /** The largest first. They add up to the difference of the estimates on the scale of the fit. */
  terms: TermDifference[];
  /** Terms that both have, with different values for the same inputs, as the versions read the inputs differently. */
  encodedOtherwise: string[];
}

export function termDifferences(
  champion: Model,
  challenger: Model,
  inputs: { champion: Inputs; challenger: Inputs },
): TermDifferences | null {
  const sameScale = champion.spec.target.transform === challenger.spec.target.transform;
  if (!sameScale || !champion.predictor.coefficients || !challenger.predictor.coefficients) return null;
  const one = byTerm(champion, inputs.champion);
  const other = byTerm(challenger, inputs.challenger);
  const terms = [...new Set([...other.keys(), ...one.keys()])].map((term): TermDifference => {
    const [own, theirs] = [one.get(term) ?? null, other.get(term) ?? null];
    const words = termInWords((theirs ? challenger : champion).spec, term);
    return { term, words, champion: own, challenger: theirs, amount: amountOf(theirs) - amountOf(own) };
  });
  const differing = terms.filter((each) => each.champion && each.challenger && !isSame(each.champion, each.challenger));
  return {
    terms: terms.sort((a, b) => Math.abs(b.amount) - Math.abs(a.amount)),
    encodedOtherwise: differing.map(({ words }) => words),
  };
}

const byTerm = (model: Model, inputs: Inputs) =>
  new Map(termAmounts(model, model.reading.encode(inputs)).map((each) => [each.term, each]));
const amountOf = (amount: TermAmount | null) => (amount ? amount.coefficient * amount.value : 0);
const isSame = (a: TermAmount, b: TermAmount) => a.value === b.value;
