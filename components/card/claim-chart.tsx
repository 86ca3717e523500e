import { RowChart } from "@/components/chart/row-chart";
import { binomialQuantile } from "@/lib/math/binomial";
import { formatShare } from "@/lib/model/format";
import { ticks } from "d3-array";

/** A share that was claimed for some rows, and the share that came true. */
export interface Claim {
  /** What it is of, where that is not the claim itself. */
  label?: string;
  claimed: number;
  measured: number;
  n: number;
  /** What another way of making the same claim would have measured. */
  other?: { name: string; measured: number };
}

/** What the claims of a chart may owe to chance together; each may owe its part of it (Bonferroni). */
const SIGNIFICANCE = 0.05;

/** Where the share of n rows lies if the claim holds: all of the claims of a chart at once, 95 times out of 100. */
export function chanceRange({ claimed, n }: Claim, { length }: readonly Claim[]): [number, number] {
  const tail = SIGNIFICANCE / length / 2;
  return [binomialQuantile(tail, n, claimed) / n, binomialQuantile(1 - tail, n, claimed) / n];
}

/** Whether a claim came true more or less often than chance makes of it; to be given to `filter`. */
export function isOff(claim: Claim, _index: number, claims: readonly Claim[]): boolean {
  const [low, high] = chanceRange(claim, claims);
  return claim.measured < low || claim.measured > high;
}

interface ClaimChartProps {
  claims: Claim[];
  label: string;
  /** The axis, where charts that stand side by side share one. */
  domain?: [number, number];
}

/** From tenth to tenth, with all that a chart of claims shows. */
export function claimDomain(claims: Claim[]): [number, number] {
  const all = claims.flatMap((claim) => [
    ...chanceRange(claim, claims),
    claim.measured,
    claim.other?.measured ?? claim.claimed,
  ]);
  return [Math.max(0, Math.floor(Math.min(...all) * 10) / 10), Math.min(1, Math.ceil(Math.max(...all) * 10) / 10)];
}

/** Claims one below the other: upright what was claimed, pale what chance makes of it, filled what came true. */
export function ClaimChart({ claims, label, domain = claimDomain(claims) }: ClaimChartProps) {
  const off = claims.filter(isOff);
  return (
    <RowChart
      domain={domain}
      ticks={ticks(...domain, 4)}
      write={formatShare}
      label={label}
      rows={claims.map((claim, index) => ({
        key: String(index),
        label: claim.label ?? `Claims ${formatShare(claim.claimed)}`,
        figure: `${formatShare(claim.measured)} held`,
        ...(claim.other && { compared: `${claim.other.name} ${formatShare(claim.other.measured)},` }),
        band: chanceRange(claim, claims),
        marks: [
          { at: claim.claimed, shape: "upright" },
          ...(claim.other ? [{ at: claim.other.measured, shape: "compared" } as const] : []),
          { at: claim.measured, shape: "filled" },
        ],
        rust: off.includes(claim),
      }))}
    />
  );
}
