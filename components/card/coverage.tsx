import { rowNames } from "@/lib/model/row-names";
import { DataTable } from "@/components/chart/data-table";
import { Figure } from "@/components/chart/figure";
import { coverageOfGroups } from "@/lib/model/answer/coverage";
import { DEFAULT_LEVEL } from "@/lib/model/answer/level";
import type { Uncertainty } from "@/lib/model/answer/uncertainty";
import type { Evidence } from "@/lib/model/evidence";
import { formatQuantity, formatShare, roundingStep } from "@/lib/model/format";
import type { Spec } from "@/lib/model/spec";
import { brokenClaims, chanceRange } from "@/lib/judging/claimed-share";
import { ClaimChart, type Claim } from "./claim-chart";
import { coverageByEstimateInWords, kindOfRangeInWords, levelsInWords } from "./sentences";

const KINDS = { t: "Student’s t", conformal: "conformal" } as const;

interface CoverageProps {
  spec: Spec;
  evidence: Evidence;
  uncertainty: Uncertainty;
  /** What a claim may owe to chance. */
  level: number;
}

/** How often ranges held the truth of rows left out: at four levels, and along the estimates. */
export function Coverage(props: CoverageProps) {
  return (
    <>
      <CoverageByLevel {...props} />
      <div className="mt-10">
        <CoverageByEstimate {...props} />
      </div>
    </>
  );
}

function CoverageByLevel({ evidence, uncertainty: { kind }, level }: CoverageProps) {
  const n = evidence.measured;
  const other = kind === "t" ? "conformal" : "t";
  const claims = evidence.accuracy.coverage.map((each): Claim => {
    const measured = each[other];
    const { level: claimed } = each;
    return {
      claimed,
      measured: each.measured,
      n,
      ...(measured !== null && { other: { name: other, measured } }),
    };
  });
  const label = "How often ranges held the truth";
  return (
    <Figure
      caption={
        <>
          A range at 80% should hold the truth eight times out of ten.{" "}
          {kind === "t" && `${levelsInWords(claims.length, brokenClaims(claims, level).length, n)} `}
          {kindOfRangeInWords(
            kind,
            claims.some((claim) => claim.other),
            evidence,
          )}
        </>
      }
      axes={`Share of ${formatQuantity(n)} ${rowNames(evidence).unseen} whose truth lay inside. Upright: the claim. Pale: what chance may make of it.`}
      numbers={
        <DataTable
          caption={label}
          columns={["Claimed", KINDS[kind], `${KINDS[other]}, not used`, "By chance"]}
          rows={claims.map((claim) => [
            formatShare(claim.claimed),
            formatShare(claim.measured),
            claim.other ? formatShare(claim.other.measured) : "too few rows",
            chanceRange(claim, claims.length, level).map(formatShare).join(" to "),
          ])}
        />
      }
    >
      <ClaimChart claims={claims} level={level} label={label} />
    </Figure>
  );
}

function CoverageByEstimate({ spec, evidence, level }: CoverageProps) {
  const { unit } = spec.target;
  const groups = coverageOfGroups(evidence, DEFAULT_LEVEL);
  // One step for all edges: where a group ends, the next begins.
  const step = Math.min(...groups.map(({ low, high }) => roundingStep(low, high)));
  const claims = groups.map(({ low, high, share, n }): Claim => {
    const label = `${formatQuantity(low, unit, step)} to ${formatQuantity(high, unit, step)}`;
    return { label, claimed: DEFAULT_LEVEL, measured: share, n };
  });
  const words = coverageByEstimateInWords(claims.length, brokenClaims(claims, level).length);
  if (claims.length === 0) return <p className="max-w-[38rem]">{words}</p>;
  const label = `How often ranges at ${formatShare(DEFAULT_LEVEL)} held the truth, by estimate`;
  return (
    <Figure
      caption={words}
      axes={`Share of the rows estimated between two amounts${rowNames(evidence).leftOut}, whose truth lay in its range at ${formatShare(DEFAULT_LEVEL)}. Upright: the claim. Pale: what chance may make of it.`}
      numbers={
        <DataTable
          caption={label}
          columns={["Estimate", "Rows", "Held", "By chance"]}
          rows={claims.map((claim) => [
            claim.label,
            formatQuantity(claim.n),
            formatShare(claim.measured),
            chanceRange(claim, claims.length, level).map(formatShare).join(" to "),
          ])}
        />
      }
    >
      <ClaimChart claims={claims} level={level} label={label} />
    </Figure>
  );
}
