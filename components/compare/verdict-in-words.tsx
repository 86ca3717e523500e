import { rowsInWords } from "@/components/row-words";
import { sharesCount, type Judged, type Verdict } from "./verdict";
import { MEASURES } from "@/lib/judging/measures";
import { formatQuantity, formatShare, inSentence } from "@/lib/model/format";
import type { Model } from "@/lib/model/model";
import { Fragment } from "react";

/** What half of the estimates of each are within: shares, or amounts in the target's unit where one model has no shares. */
function writeErrors(ranking: Judged[]): string[] {
  const shares = ranking.map(({ evidence }) => evidence.accuracy.mdape);
  if (sharesCount(ranking)) return writeShares(shares.map((share) => share ?? NaN));
  return ranking.map(({ model, evidence }) => MEASURES.mdae.write(evidence.accuracy.mdae, model.spec.target.unit));
}

/** Shares in whole per cent, or with as many decimals as tell them apart. */
function writeShares(shares: number[]): string[] {
  for (const step of [1, 0.1]) {
    const texts = shares.map((share) => `${formatQuantity(share * 100, undefined, step)}%`);
    if (new Set(texts).size > 1) return texts;
  }
  return shares.map(formatShare);
}

function Name({ model }: { model: Model }) {
  return <strong className="font-medium">{model.spec.title}</strong>;
}

/** "The accuracy of House price is not known: no rows with known outcomes came with it." */
export function unknownInWords(models: Model[]): string {
  const titles = new Intl.ListFormat("en-GB").format(models.map(({ spec }) => spec.title));
  const they = models.length === 1 ? "it" : "them";
  return `The accuracy of ${titles} is not known: no rows with known outcomes came with ${they}.`;
}

/** How near the truth half of the estimates of each are. */
function Accuracies({ ranking: [first, ...others], errors }: { ranking: [Judged, ...Judged[]]; errors: string[] }) {
  return (
    <>
      Half of the estimates of <Name model={first.model} /> are within {errors[0]} of the true{" "}
      {inSentence(first.model.spec.target.label)}
      {others.map(({ model }, index) => (
        <Fragment key={model.spec.id}>
          , half of those of <Name model={model} /> within {errors[index + 1]}
        </Fragment>
      ))}
      .
    </>
  );
}

/** The model that is clearly more accurate than all others; null where there is none. */
export function trustedMost({ ranking, best, closer }: Verdict): Model | null {
  const errors = writeErrors(ranking);
  const agreed = !closer || (!closer.chance && closer.count > closer.rows / 2);
  return agreed && errors[0] !== errors[1] ? best : null;
}

/** Which model is more accurate, or whose accuracy is not known, and why. */
function Trust({ verdict }: { verdict: Verdict }) {
  const { ranking, unknown, best } = verdict;
  if (!best) return `Which one is more accurate cannot be said. ${unknownInWords(unknown)}`;
  const trusted = trustedMost(verdict);
  if (!trusted) return "None is clearly more accurate.";
  return (
    <>
      On the whole, <Name model={trusted} /> is {ranking.length > 2 ? "the most accurate" : "more accurate"}.
    </>
  );
}

/** How the two most accurate compare row by row, and how far their rows allow it. */
function Rows({ verdict: { ranking, sameRows, closer } }: { verdict: Verdict }) {
  const [first, second] = ranking;
  if (!first || !second) return null;
  return (
    <>
      {closer && (
        <p className="mt-4 max-w-[38rem] text-quiet">
          Each of {rowsInWords(closer.rows, first.evidence.background.actual.length, first.evidence.rows)} was left out
          in turn and estimated by both: {first.model.spec.title} came closer to the truth in{" "}
          {formatQuantity(closer.count)}, {second.model.spec.title} in {formatQuantity(closer.rows - closer.count)}
          {closer.chance ? ", which chance alone could make of two that are equally good." : "."}
        </p>
      )}
      {!sameRows && (
        <p className="mt-4 max-w-[38rem] text-quiet">
          They have not learned from the same rows, so some of the difference may lie in the rows.
        </p>
      )}
    </>
  );
}

/** Which model to trust more, by how much, and how sure that is. */
export function VerdictInWords({ verdict }: { verdict: Verdict }) {
  const [first, ...others] = verdict.ranking;
  const errors = writeErrors(verdict.ranking);
  return (
    <>
      <p className="max-w-[38rem] text-lead">
        <Trust verdict={verdict} /> {first && <Accuracies ranking={[first, ...others]} errors={errors} />}
      </p>
      <Rows verdict={verdict} />
    </>
  );
}
