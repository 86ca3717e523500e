import { binomialQuantile, binomialTwoSided } from "../math/binomial";

/** A share that was claimed for n rows, and the share of them that it came true for. */
export interface ClaimedShare {
  claimed: number;
  measured: number;
  n: number;
}

/** The probability of a share as far from the claim as the measured one, or farther, where the claim is true (exact). */
export function chanceOf({ claimed, measured, n }: ClaimedShare): number {
  return binomialTwoSided(Math.round(measured * n), n, claimed);
}

/** The p of several claims together: the smallest of theirs, times their number (Bonferroni). */
export function chanceOfAny(claims: readonly ClaimedShare[]): number {
  return Math.min(1, claims.length * Math.min(...claims.map(chanceOf)));
}

/** Where the share of n rows lies if the claim is true, with a probability of 1 − level for all claims together. */
export function chanceRange({ claimed, n }: ClaimedShare, claims: number, level: number): [number, number] {
  const tail = level / claims / 2;
  return [binomialQuantile(tail, n, claimed) / n, binomialQuantile(1 - tail, n, claimed) / n];
}

/** The claims that came true more or less often than chance makes of them; there is one where `chanceOfAny` is below the level. */
export function brokenClaims<Claim extends ClaimedShare>(claims: readonly Claim[], level: number): Claim[] {
  return claims.filter((claim) => claims.length * chanceOf(claim) <= level);
}

/** The claim that came true least or most beyond what chance makes of it. */
export function mostBroken<Claim extends ClaimedShare>(claims: readonly Claim[]): Claim {
  return claims.reduce((a, b) => (chanceOf(b) < chanceOf(a) ? b : a));
}
