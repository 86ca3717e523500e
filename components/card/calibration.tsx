import { DataTable } from "@/components/chart/data-table";
import { Figure } from "@/components/chart/figure";
import { useWords } from "@/components/language/use-words";
import { useWriter } from "@/components/language/use-writer";
import { lowToHigh } from "@/components/low-to-high";
import { calibrationGroups } from "@/lib/judging/checks/calibration";
import { brokenClaims, chanceRange } from "@/lib/judging/claimed-share";
import { toleranceInWords, toleranceOf } from "@/lib/model/answer/tolerance";
import type { Evidence } from "@/lib/model/evidence";
import type { Model } from "@/lib/model/model";
import { ClaimChart } from "./claim-chart";
import { brokenInWords } from "./range-sentences";
import { RANGE_WORDS } from "./range-words";
import { uncheckedProbabilitiesInWords } from "./unknown-sentences";

/** The probability of being within the tolerance, as claimed for groups of rows, against the share that was. */
export function Calibration({ model, evidence, level }: { model: Model; evidence: Evidence; level: number }) {
  const words = useWords(RANGE_WORDS);
  const { locale, quantity, share } = useWriter();
  const near = toleranceInWords(toleranceOf(model), model.spec.target.unit, locale);
  const claims = calibrationGroups(evidence);
  if (claims.length === 0) {
    return <p className="max-w-[38rem]">{uncheckedProbabilitiesInWords(locale, near, evidence.rows)}</p>;
  }
  const label = words.probabilityChart(near);
  return (
    <Figure
      caption={
        <>
          {words.probabilities(near, claims.length, quantity(claims.length))}{" "}
          {brokenInWords(locale, brokenClaims(claims, level).length)}
        </>
      }
      axes={words.probabilityAxes(near)}
      numbers={
        <DataTable
          caption={label}
          columns={[words.claimedColumn, words.rows, words.measuredColumn, words.byChance]}
          rows={claims.map((claim) => {
            const [low, high] = chanceRange(claim, claims.length, level);
            return [
              share(claim.claimed),
              quantity(claim.n),
              share(claim.measured),
              lowToHigh(locale, share(low), share(high)),
            ];
          })}
        />
      }
    >
      <ClaimChart level={level} claims={claims} label={label} />
    </Figure>
  );
}
