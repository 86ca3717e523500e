import { RowChart } from "@/components/chart/row-chart";
import { useWords } from "@/components/language/use-words";
import { useWriter } from "@/components/language/use-writer";
import { brokenClaims, chanceRange, type ClaimedShare } from "@/lib/judging/claimed-share";
import { mean, ticks } from "d3-array";
import { RANGE_WORDS } from "./range-words";

/** A share that was claimed for some rows, and the measured one. */
export interface Claim extends ClaimedShare {
  /** What it is of, where that is not the claim itself. */
  label?: string;
  /** What another way of making the same claim would have measured. */
  other?: { name: string; measured: number };
}

interface ClaimChartProps {
  claims: Claim[];
  /** The probability of any false verdict on the claims of the chart together; see `judge`. */
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
 * Claims one below the other: a line for what was claimed, a band for what chance makes of it, a dot for what was
 * measured. A claim that reads the same in all rows is one line across them.
 */
export function ClaimChart({ claims, level, label, domain = claimDomain(claims, level) }: ClaimChartProps) {
  const words = useWords(RANGE_WORDS);
  const { quantity, share } = useWriter();
  const broken = brokenClaims(claims, level);
  const [first, ...others] = claims;
  const written = first && words.claimed(share(first.claimed));
  const shared = others.length > 0 && others.every(({ claimed }) => words.claimed(share(claimed)) === written);
  return (
    <RowChart
      domain={domain}
      ticks={ticks(...domain, 4)}
      write={share}
      label={label}
      reference={shared ? { at: mean(claims, ({ claimed }) => claimed)!, text: written! } : undefined}
      rows={claims.map((claim, index) => ({
        key: String(index),
        label: claim.label ?? (shared ? words.ofRows(quantity(claim.n)) : words.claims(share(claim.claimed))),
        figure: words.measured(share(claim.measured)),
        ...(claim.other && { compared: words.compared(claim.other.name, share(claim.other.measured)) }),
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
