/**
 * What rounding took from a product: a × b = product + productError(a, b, product), exactly, as long as nothing
 * overflows or underflows. Dekker's TwoProduct with Veltkamp's splitting into halves of 26 bits; source: Ogita,
 * Rump & Oishi, "Accurate sum and dot product", SIAM J. Sci. Comput. 26 (2005), algorithm 3.3.
 *
 * @param product the double a * b
 */
export function productError(a: number, b: number, product: number): number {
  const aHigh = highHalf(a);
  const aLow = a - aHigh;
  const bHigh = highHalf(b);
  const bLow = b - bHigh;
  return aLow * bLow - (product - aHigh * bHigh - aLow * bHigh - aHigh * bLow);
}

/** The upper 26 bits of a double's 53: products of halves are exact. */
function highHalf(value: number): number {
  const shifted = value * 134217729; // 2^27 + 1
  return shifted - (shifted - value);
}
