import { productError } from "./exact-product";

/**
 * A sum of numbers and products, computed as if in twice the precision of a double and then rounded.
 *
 * Beside the running sum it carries the sum of all rounding errors, which are themselves doubles and can be
 * found exactly: that of an addition by Knuth's TwoSum, that of a product by `productError`. Source: Ogita, Rump &
 * Oishi, "Accurate sum and dot product", SIAM J. Sci. Comput. 26 (2005), algorithms 4.4 (Sum2) and 5.3 (Dot2). Numbers and products must
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
    this.error += productError(a, b, product);
    this.add(product);
  }
}
