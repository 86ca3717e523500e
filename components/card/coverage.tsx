import { DataTable } from "@/components/chart/data-table";
import { Figure } from "@/components/chart/figure";
import { useWords } from "@/components/language/use-words";
import { useWriter } from "@/components/language/use-writer";
import { lowToHigh } from "@/components/low-to-high";
import { levelForSome } from "@/lib/judging/checks/coverage";
import { brokenClaims, chanceRange } from "@/lib/judging/claimed-share";
import { coverageOfGroups } from "@/lib/model/answer/coverage";
import { DEFAULT_LEVEL } from "@/lib/model/answer/level";
import type { Uncertainty } from "@/lib/model/answer/uncertainty";
import type { Evidence } from "@/lib/model/evidence";
import { roundingStep } from "@/lib/model/format";
import { rowNames } from "@/lib/model/row-names";
import type { Spec } from "@/lib/model/spec";
import { ClaimChart, type Claim } from "./claim-chart";
import { coverageByEstimateInWords, kindOfRangeInWords, levelsInWords } from "./range-sentences";
import { RANGE_WORDS } from "./range-words";

interface CoverageProps {
  spec: Spec;
  evidence: Evidence;
  uncertainty: Uncertainty;
  /** What all claims of ranges together may owe to chance. */
  level: number;
}

/** The coverage of ranges for rows left out: at four levels, and along the estimates. */
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

function CoverageByLevel({ evidence, uncertainty: { kind }, level: levelForAll }: CoverageProps) {
  const words = useWords(RANGE_WORDS);
  const { locale, quantity, share, outOf } = useWriter();
  const n = evidence.measured;
  const other = kind === "t" ? "conformal" : "t";
  const claims = evidence.accuracy.coverage.map((each): Claim => {
    const measured = each[other];
    const { level: claimed } = each;
    return {
      claimed,
      measured: each.measured,
      n,
      ...(measured !== null && { other: { name: words.kinds[other], measured } }),
    };
  });
  const level = levelForSome({ evidence }, claims, levelForAll);
  const label = words.byLevel;
  return (
    <Figure
      caption={
        <>
          {words.aim(share(DEFAULT_LEVEL), outOf(DEFAULT_LEVEL))}{" "}
          {kind === "t" && `${levelsInWords(locale, claims.length, brokenClaims(claims, level).length, n)} `}
          {kindOfRangeInWords(
            locale,
            kind,
            claims.some((claim) => claim.other),
            evidence,
          )}
        </>
      }
      axes={words.axesByLevel(quantity(n), rowNames(evidence, locale).unseen)}
      numbers={
        <DataTable
          caption={label}
          columns={[words.claimedColumn, words.kinds[kind], words.notUsed(words.kinds[other]), words.byChance]}
          rows={claims.map((claim) => {
            const [low, high] = chanceRange(claim, claims.length, level);
            return [
              share(claim.claimed),
              share(claim.measured),
              claim.other ? share(claim.other.measured) : words.tooFewRows,
              lowToHigh(locale, share(low), share(high)),
            ];
          })}
        />
      }
    >
      <ClaimChart claims={claims} level={level} label={label} />
    </Figure>
  );
}

function CoverageByEstimate({ spec, evidence, level: levelForAll }: CoverageProps) {
  const words = useWords(RANGE_WORDS);
  const { locale, quantity, share, outOf } = useWriter();
  const { unit } = spec.target;
  const groups = coverageOfGroups(evidence, DEFAULT_LEVEL);
  // One step for all edges: where a group ends, the next begins.
  const step = Math.min(...groups.map(({ low, high }) => roundingStep(low, high)));
  const claims = groups.map(({ low, high, share: measured, n }): Claim => {
    const label = lowToHigh(locale, quantity(low, unit, step), quantity(high, unit, step));
    return { label, claimed: DEFAULT_LEVEL, measured, n };
  });
  const level = levelForSome({ evidence }, claims, levelForAll);
  const sentence = coverageByEstimateInWords(locale, claims.length, brokenClaims(claims, level).length);
  if (claims.length === 0) return <p className="max-w-[38rem]">{sentence}</p>;
  const label = words.byEstimate(outOf(DEFAULT_LEVEL));
  return (
    <Figure
      caption={sentence}
      axes={words.axesByEstimate(rowNames(evidence, locale).leftOut, outOf(DEFAULT_LEVEL))}
      numbers={
        <DataTable
          caption={label}
          columns={[words.estimate, words.rows, words.measuredColumn, words.byChance]}
          rows={claims.map((claim) => {
            const [low, high] = chanceRange(claim, claims.length, level);
            return [claim.label, quantity(claim.n), share(claim.measured), lowToHigh(locale, share(low), share(high))];
          })}
        />
      }
    >
      <ClaimChart claims={claims} level={level} label={label} />
    </Figure>
  );
}
