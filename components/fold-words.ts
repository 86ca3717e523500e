import { countInWords } from "@/components/words";
import { catalogue, DEFAULT_LOCALE, type Locale } from "@/lib/language/locale";
import { formatCount, formatQuantity, writerOf } from "@/lib/model/format";

/** What pages say of what they fold, each a function of its values. */

/** "The other 58 answers"; "The other answer". */
export function othersInWords(count: number, one: string): string {
  return count === 1 ? `The other ${one}` : `The other ${formatQuantity(count)} ${one}s`;
}

/** Which answers have a chart, where there are very many. */
export function fewCurvesInWords(charts: number, others: number): string {
  const those = charts === 1 ? "the answer that moves" : `the ${countInWords(charts)} answers that move`;
  return `Drawn are ${those} this estimate most; how far ${others === 1 ? "the other one goes" : `the other ${formatQuantity(others)} go`} stands in the table below.`;
}

/** How many effects a table leaves out. */
export function smallestLeftOutInWords(count: number): string {
  return `${formatCount(count, "smaller change")} ${count === 1 ? "is" : "are"} left out.`;
}

/** Which terms are drawn, where there are very many. */
export function largestTermsInWords(drawn: number, terms: number): string {
  return `Drawn are the ${formatQuantity(drawn)} largest of ${formatCount(terms, "term")}; the coefficients of all stand below.`;
}

/** That the inputs that overlap least are left out of the table. */
export function lessOverlapInWords(others: number): string {
  return `${formatCount(others, "other input overlaps", "other inputs overlap")} less.`;
}

/** Which inputs have a panel, where there are very many. */
export function fewPanelsInWords(shown: number, inputs: number): string {
  return `Drawn are the ${countInWords(shown)} of ${formatQuantity(inputs)} inputs along which the errors stray most.`;
}

/** Which groups of rows are drawn and listed, where there are very many. */
export function fewGroupsInWords(drawn: number, listed: number, groups: number): string {
  const table =
    listed < groups ? `, ${formatQuantity(listed)} stand in the table, and the API has all` : ", and the table has all";
  return `Of ${formatQuantity(groups)} groups the ${formatQuantity(drawn)} are drawn that are least like all together${table}.`;
}

const FOLDED_FORM = catalogue({
  en: (count: number) =>
    `${writerOf("en").count(count, "more answer matters", "more answers matter")} less and ${count === 1 ? "has its typical value" : "have their typical values"}. Look through them`,
  de: (count) =>
    `${writerOf("de").count(count, "weitere Angabe ist", "weitere Angaben sind")} weniger wichtig und auf typische Werte gesetzt. Ansehen`,
});

/** What a very long form folds. */
export function foldedFormInWords(count: number, locale: Locale = DEFAULT_LOCALE): string {
  return FOLDED_FORM[locale](count);
}
