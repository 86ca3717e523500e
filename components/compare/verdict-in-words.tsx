import type { Verdict } from "./verdict";
import { formatQuantity, formatShare, inSentence } from "@/lib/model/format";
import type { Model } from "@/lib/model/model";
import { Fragment } from "react";

/** Shares in whole per cent, or with as many decimals as tell them apart. */
function writeShares(shares: number[]): string[] {
  for (const step of [1, 0.1]) {
    const texts = shares.map((share) => `${formatQuantity(share * 100, undefined, step)} %`);
    if (new Set(texts).size > 1) return texts;
  }
  return shares.map(formatShare);
}

function Name({ model }: { model: Model }) {
  return <strong className="font-medium">{model.spec.title}</strong>;
}

/** Which model to trust more, by how much, and how sure that is. */
export function VerdictInWords({ verdict: { ranking, sameRows, closer } }: { verdict: Verdict }) {
  const [best, second] = ranking;
  const truth = `the true ${inSentence(best.spec.target.label)}`;
  const errors = writeShares(ranking.map(({ artifact }) => artifact.accuracy.mdape));
  const agreed = !closer || (!closer.chance && closer.count > closer.rows / 2);
  const clear = agreed && errors[0] !== errors[1];
  return (
    <>
      <p className="max-w-[38rem] text-lead">
        {clear ? (
          <>
            Trust <Name model={best} /> {ranking.length > 2 ? "most" : "more"}.
          </>
        ) : (
          "None is clearly to be trusted more."
        )}{" "}
        Half of the estimates of <Name model={best} /> are within {errors[0]} of {truth}
        {ranking.slice(1).map((model, index) => (
          <Fragment key={model.spec.id}>
            , half of those of <Name model={model} /> within {errors[index + 1]}
          </Fragment>
        ))}
        .
      </p>
      {closer && (
        <p className="mt-4 max-w-[38rem] text-quiet">
          Each of the {formatQuantity(closer.rows)} examples was left out in turn and estimated by both:{" "}
          {best.spec.title} came closer to the truth in {formatQuantity(closer.count)}, {second.spec.title} in{" "}
          {formatQuantity(closer.rows - closer.count)}
          {closer.chance ? ", which chance alone could make of two that are equally good." : "."}
        </p>
      )}
      {!sameRows && (
        <p className="mt-4 max-w-[38rem] text-quiet">
          They have not learned from the same examples, so some of the difference may lie in the examples.
        </p>
      )}
    </>
  );
}
