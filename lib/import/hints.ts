import { formatQuantity } from "../model/format";

/** Estimates this many times as large or as small as the answers are in another unit, or of inputs that were not scaled. */
const FAR = 20;

/** A correlation from here on is that of a straight line, apart from the digits that were not printed. */
const LINE = 1 - 1e-6;

/**
 * What most often stands behind estimates that are far from the answers they should be, as a sentence; nothing where they
 * are near, or no reason fits.
 *
 * @param estimates of the model as it was read
 * @param answers of the library, or outcomes
 */
export function hintAt(estimates: ArrayLike<number>, answers: ArrayLike<number>): string | undefined {
  const n = answers.length;
  const mean = (values: ArrayLike<number>) => Array.from(values).reduce((sum, value) => sum + value / n, 0);
  const [x, y] = [mean(estimates), mean(answers)];
  let [xx, xy, yy] = [0, 0, 0];
  for (let row = 0; row < n; row++) {
    const [a, b] = [estimates[row]! - x, answers[row]! - y];
    xx += a * a;
    xy += a * b;
    yy += b * b;
  }
  const r = xy / Math.sqrt(xx * yy);
  const slope = xy / xx;
  const isLine = n >= 3 && r > LINE;
  const offset = y - slope * x;
  const scale = Math.sqrt(yy / n) + Math.abs(y);
  if (isLine && (slope > 2 || slope < 0.5)) {
    const power = Math.round(Math.log10(slope));
    if (power !== 0 && Math.abs(slope / 10 ** power - 1) < 0.01 && Math.abs(offset) < 0.01 * scale) {
      return `the answers are ${formatQuantity(10 ** power)} times the estimates: the target is in another unit`;
    }
    return "the answers lie on a straight line over the estimates: the model was fitted to a scaled target, so give the file of that scaler, too";
  }
  if (isLine && Math.abs(slope - 1) < 1e-6 && Math.abs(offset) > 0.01 * scale) {
    return "the answers differ from the estimates by the same amount everywhere";
  }
  const size = Math.max(Math.abs(x), Math.sqrt(xx / n));
  const wanted = Math.max(Math.abs(y), Math.sqrt(yy / n));
  if (size > FAR * wanted || wanted > FAR * size) {
    return "the estimates are of another size than the answers: the inputs were most often scaled before the fit, so give the file of the scaler, too";
  }
  return undefined;
}
