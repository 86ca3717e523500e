/**
 * A sum of numbers and products, computed as if in twice the precision of a double and then rounded.
 *
 * Beside the running sum it carries the sum of all rounding errors, which are themselves doubles and can be
 * found exactly: that of an addition by Knuth's TwoSum, that of a product by Dekker's TwoProduct with
 * Veltkamp's splitting into halves of 26 bits. Source: Ogita, Rump & Oishi, "Accurate sum and dot
 * product", SIAM J. Sci. Comput. 26 (2005), algorithms 4.4 (Sum2) and 5.3 (Dot2). Numbers and products must
 * stay below about 1e300.
 */
export class CompensatedSum {
  private sum = 0;
  private error = 0;

  get value(): number {
    return this.sum + this.error;
  }

  set(value: number): void {
    this.sum = value;
    this.error = 0;
  }

  add(value: number): void {
    const sum = this.sum + value;
    const added = sum - this.sum;
    this.error += this.sum - (sum - added) + (value - added);
    this.sum = sum;
  }

  addProduct(a: number, b: number): void {
    const product = a * b;
    const aHigh = highHalf(a);
    const aLow = a - aHigh;
    const bHigh = highHalf(b);
    const bLow = b - bHigh;
    this.error += aLow * bLow - (product - aHigh * bHigh - aLow * bHigh - aHigh * bLow);
    this.add(product);
  }
}

/** The upper 26 bits of a double's 53 (Veltkamp): products of halves are exact. */
function highHalf(value: number): number {
  const shifted = value * 134217729; // 2^27 + 1
  return shifted - (shifted - value);
}
