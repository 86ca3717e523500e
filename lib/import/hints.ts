import { catalogue, DEFAULT_LOCALE, type Locale } from "../language/locale";
import { writerOf } from "../model/format";

const HINTS = catalogue({
  en: {
    unit: (times: string) =>
      `the printed values are ${times} times the estimates, so the target seems to be in another unit`,
    scaledTarget:
      "the printed values are a linear function of the estimates, so the target was scaled before the fit; give the file of its scaler too",
    shift: "the printed values differ from the estimates by the same amount everywhere",
    scaledInputs:
      "the printed values have another magnitude than the estimates, so the inputs were probably scaled before the fit; give the file of the scaler too",
  },
  de: {
    unit: (times) =>
      `die ausgegebenen Werte sind das ${times}-Fache der Schätzungen; die Zielgröße hat also wohl eine andere Einheit`,
    scaledTarget:
      "die ausgegebenen Werte sind eine lineare Funktion der Schätzungen; die Zielgröße wurde also vor dem Training skaliert – geben Sie auch die Datei ihres Scalers an",
    shift: "die ausgegebenen Werte weichen überall um denselben Betrag von den Schätzungen ab",
    scaledInputs:
      "die ausgegebenen Werte haben eine andere Größenordnung als die Schätzungen; die Eingaben wurden also vermutlich vor dem Training skaliert – geben Sie auch die Datei des Scalers an",
  },
});

/** Estimates that are so many times larger or smaller than the answers are in another unit, or the inputs were not scaled. */
const FAR = 20;

/** From this correlation on, answers are a linear function of estimates, apart from digits that were not printed. */
const LINE = 1 - 1e-6;

/**
 * The most frequent reason why estimates are far from the answers of the library; nothing where they are near, or no
 * reason fits.
 *
 * @param estimates of the model as it was read
 * @param answers of the library, or outcomes
 */
export function hintAt(
  estimates: ArrayLike<number>,
  answers: ArrayLike<number>,
  locale: Locale = DEFAULT_LOCALE,
): string | undefined {
  const words = HINTS[locale];
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
      return words.unit(writerOf(locale).quantity(10 ** power));
    }
    return words.scaledTarget;
  }
  if (isLine && Math.abs(slope - 1) < 1e-6 && Math.abs(offset) > 0.01 * scale) {
    return words.shift;
  }
  const size = Math.max(Math.abs(x), Math.sqrt(xx / n));
  const wanted = Math.max(Math.abs(y), Math.sqrt(yy / n));
  if (size > FAR * wanted || wanted > FAR * size) {
    return words.scaledInputs;
  }
  return undefined;
}
