import { DataTable } from "@/components/chart/data-table";
import { Figure } from "@/components/chart/figure";
import { brokenClaims, chanceRange } from "@/lib/judging/claimed-share";
import type { Uncertainty } from "@/lib/model/answer/uncertainty";
import { FEWEST_ROWS_TO_JUDGE, type Evidence } from "@/lib/model/evidence";
import { asSentence, countInWords } from "@/components/words";
import { formatQuantity, formatShare } from "@/lib/model/format";
import { ClaimChart, type Claim } from "./claim-chart";

const KINDS = { t: "Student’s t", conformal: "conformal" } as const;

function verdict(claims: Claim[], rows: number, level: number): string {
  if (rows < FEWEST_ROWS_TO_JUDGE) {
    return asSentence(
      `${countInWords(rows)} rows are too few to say: chance alone could put the dots anywhere on the pale bars`,
    );
  }
  const off = brokenClaims(claims, level).length;
  if (off === 0) return "All four hold what they claim, as far as chance lets one see.";
  return asSentence(
    `${countInWords(off)} of the ${countInWords(claims.length)} ${off === 1 ? "does" : "do"} not hold what ${off === 1 ? "it claims" : "they claim"}, by more than chance makes`,
  );
}

/** The ranges at four levels: how often the truth of a row left out lay inside. */
export function Coverage({
  evidence,
  uncertainty: { kind },
  level,
}: {
  evidence: Evidence;
  uncertainty: Uncertainty;
  level: number;
}) {
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
          A range at 80&nbsp;% should hold the truth eight times out of ten. {verdict(claims, n, level)} The answers of
          this model use ranges by {kind === "t" ? "Student’s t" : "the conformal method"}
          {claims[0]?.other
            ? `; hollow dots are what ranges by ${kind === "t" ? "the conformal method" : "Student’s t"} would have held.`
            : "; for conformal ranges there are too few rows."}
        </>
      }
      axes={`Share of ${formatQuantity(n)} rows left out whose truth lay inside. Upright: the claim. Pale: what chance may make of it.`}
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
      <ClaimChart level={level} claims={claims} label={label} />
    </Figure>
  );
}
