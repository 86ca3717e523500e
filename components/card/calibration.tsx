import { DataTable } from "@/components/chart/data-table";
import { Figure } from "@/components/chart/figure";
import { countInWords } from "@/components/words";
import { calibrationGroups } from "@/lib/judging/checks/calibration";
import { brokenClaims, chanceRange } from "@/lib/judging/claimed-share";
import { toleranceInWords, toleranceOf } from "@/lib/model/answer/confidence";
import type { Evidence } from "@/lib/model/evidence";
import { formatQuantity, formatShare } from "@/lib/model/format";
import type { Model } from "@/lib/model/model";
import { ClaimChart } from "./claim-chart";
import { brokenInWords } from "./sentences";
import { uncheckedChancesInWords } from "./unknown-sentences";

/** The chance of being within the tolerance, as claimed for groups of rows, against how many were. */
export function Calibration({ model, evidence, level }: { model: Model; evidence: Evidence; level: number }) {
  const near = toleranceInWords(toleranceOf(model), model.spec.target.unit);
  const claims = calibrationGroups(evidence);
  if (claims.length === 0) {
    return <p className="max-w-[38rem]">{uncheckedChancesInWords(near, evidence.rows)}</p>;
  }
  const label = `The chance of being within ${near}, claimed and come true`;
  return (
    <Figure
      caption={
        <>
          Each estimate comes with the chance that it is within {near} of the truth. Here are the rows in{" "}
          {countInWords(claims.length)} {claims.length === 1 ? "group" : "groups"} by that chance.{" "}
          {brokenInWords(brokenClaims(claims, level).length)}
        </>
      }
      axes={`Share of the rows of a group whose estimate was within ${near}. Upright: the claim. Pale: what chance may make of it.`}
      numbers={
        <DataTable
          caption={label}
          columns={["Claimed", "Rows", "Came true", "By chance"]}
          rows={claims.map((claim) => [
            formatShare(claim.claimed),
            formatQuantity(claim.n),
            formatShare(claim.measured),
            chanceRange(claim, claims.length, level).map(formatShare).join(" to "),
          ])}
        />
      }
    >
      <ClaimChart level={level} claims={claims} label={label} />
    </Figure>
  );
}
