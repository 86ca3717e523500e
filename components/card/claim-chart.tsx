import { RowChart } from "@/components/chart/row-chart";
import { brokenClaims, chanceRange, type ClaimedShare } from "@/lib/judging/claimed-share";
import { formatQuantity, formatShare } from "@/lib/model/format";
import { mean, ticks } from "d3-array";

/** A share that was claimed for some rows, and the share that came true. */
export interface Claim extends ClaimedShare {
  /** What it is of, where that is not the claim itself. */
  label?: string;
  /** What another way of making the same claim would have measured. */
  other?: { name: string; measured: number };
}

interface ClaimChartProps {
  claims: Claim[];
  /** What all claims of the chart together may owe to chance; see `judge`. */
  level: number;
  label: string;
  /** The axis, where charts that stand side by side share one. */
  domain?: [number, number];
}

/** From tenth to tenth, with all that a chart of claims shows. */
export function claimDomain(claims: Claim[], level: number): [number, number] {
  const all = claims.flatMap((claim) => [
    ...chanceRange(claim, claims.length, level),
    claim.measured,
    claim.other?.measured ?? claim.claimed,
  ]);
  return [Math.max(0, Math.floor(Math.min(...all) * 10) / 10), Math.min(1, Math.ceil(Math.max(...all) * 10) / 10)];
}

/**
 * Claims one below the other: upright what was claimed, pale what chance makes of it, filled what came true. A claim that
 * reads the same in all rows is one line across them.
 */
export function ClaimChart({ claims, level, label, domain = claimDomain(claims, level) }: ClaimChartProps) {
  const broken = brokenClaims(claims, level);
  const [first, ...others] = claims;
  const written = first && `claimed ${formatShare(first.claimed)}`;
  const shared = others.length > 0 && others.every(({ claimed }) => `claimed ${formatShare(claimed)}` === written);
  return (
    <RowChart
      domain={domain}
      ticks={ticks(...domain, 4)}
      write={formatShare}
      label={label}
      reference={shared ? { at: mean(claims, ({ claimed }) => claimed)!, text: written! } : undefined}
      rows={claims.map((claim, index) => ({
        key: String(index),
        label: claim.label ?? (shared ? `${formatQuantity(claim.n)} rows` : `Claims ${formatShare(claim.claimed)}`),
        figure: `${formatShare(claim.measured)} held`,
        ...(claim.other && { compared: `${claim.other.name} ${formatShare(claim.other.measured)},` }),
        band: chanceRange(claim, claims.length, level),
        marks: [
          ...(shared ? [] : [{ at: claim.claimed, shape: "upright" } as const]),
          ...(claim.other ? [{ at: claim.other.measured, shape: "compared" } as const] : []),
          { at: claim.measured, shape: "filled" },
        ],
        rust: broken.includes(claim),
      }))}
    />
  );
}
