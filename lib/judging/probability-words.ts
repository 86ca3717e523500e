import { DEFAULT_LOCALE, type Locale } from "../language/locale";
import { writerOf } from "../model/format";

/** Below one in a thousand the exact figure tells a reader nothing more: "0.016", "< 0.001". */
export function writeProbability(p: number, locale: Locale = DEFAULT_LOCALE): string {
  const { quantity } = writerOf(locale);
  return p < 0.001 ? `< ${quantity(0.001)}` : quantity(p, undefined, 0.001);
}

/** "p = 0.016", "p < 0.001". */
export function probabilityInWords(p: number, locale: Locale = DEFAULT_LOCALE): string {
  return `p ${p < 0.001 ? "" : "= "}${writeProbability(p, locale)}`;
}
