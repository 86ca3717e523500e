import { DataTable } from "@/components/chart/data-table";
import { Figure } from "@/components/chart/figure";
import { countInWords } from "@/components/words";
import { toleranceInWords, toleranceOf } from "@/lib/model/answer/confidence";
import { FEWEST_ROWS_TO_JUDGE, type Evidence } from "@/lib/model/evidence";
import { formatQuantity, formatShare } from "@/lib/model/format";
import type { Model } from "@/lib/model/model";
import { chanceRange, ClaimChart, isOff } from "./claim-chart";

/** The chance of being within the tolerance, as claimed for groups of rows, against how many were. */
export function Calibration({ model, evidence }: { model: Model; evidence: Evidence }) {
  const near = toleranceInWords(toleranceOf(model), model.spec.target.unit);
  const claims = evidence.accuracy.calibration;
  if (claims.length === 0) {
    return (
      <p className="max-w-[38rem]">
        Too few rows to say. Each estimate comes with the chance that it is within {near} of the truth; whether such
        chances hold is checked in groups of at least {FEWEST_ROWS_TO_JUDGE} rows, and there are{" "}
        {formatQuantity(evidence.rows)} rows in all.
      </p>
    );
  }
  const off = claims.filter(isOff).length;
  const label = `The chance of being within ${near}, claimed and come true`;
  return (
    <Figure
      caption={
        <>
          Each estimate comes with the chance that it is within {near} of the truth. Here are the rows in{" "}
          {countInWords(claims.length)} groups by that chance.{" "}
          {off === 0
            ? "What was claimed for each group is what happened, as far as chance lets one see."
            : `In ${countInWords(off)} of them something else happened than was claimed, by more than chance makes.`}
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
            chanceRange(claim, claims).map(formatShare).join(" to "),
          ])}
        />
      }
    >
      <ClaimChart claims={claims} label={label} />
    </Figure>
  );
}
