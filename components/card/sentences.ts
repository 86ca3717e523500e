import { asSentence, countInWords } from "@/components/words";
import { FEWEST_RATIOS, MEASURES } from "@/lib/judging/measures";
import type { RatioVerdict } from "@/lib/judging/ratio-standard";
import type { RatioStudy } from "@/lib/model/evidence";
import { inSentence, listInWords } from "@/lib/model/format";

/** What the findings come to: none possible, none, or how many. */
export function findingsIntroduction(checked: boolean, count: number): string {
  if (!checked) return "Without rows with known outcomes, none of the checks on this page can be made.";
  if (count === 0) return "None of the checks on this page finds a fault, which is no proof that there is none.";
  return asSentence(
    `${count === 1 ? "one thing is" : `${countInWords(count)} things are`} wrong with this model, what matters most to a person first`,
  );
}

/** What the standard says of the figures of a ratio study. */
export function ratioVerdictInWords(verdicts: RatioVerdict[], rows: number): string {
  if (rows < FEWEST_RATIOS) {
    return asSentence(`${countInWords(rows)} rows are too few to pass or to fail: ${FEWEST_RATIOS} are needed`);
  }
  const of = (verdict: RatioVerdict["verdict"]) => verdicts.filter((each) => each.verdict === verdict);
  const failures = of("fails");
  if (failures.length > 0) {
    const shorts = listInWords(failures.map(({ short }) => short));
    return `It fails in ${countInWords(failures.length)} of the ${countInWords(verdicts.length)} figures (${shorts}): the whole 95 % interval lies outside of what is accepted.`;
  }
  const open = of("undecided");
  if (open.length === 0) return "It passes.";
  return `It does not fail, but ${listInWords(open.map(({ short }) => short))} may lie on either side of what is accepted.`;
}

/**
 * Whether a model without bias would fail too; null where nothing fails or there is no benchmark.
 *
 * @param differs whether a check finds that the model scores otherwise
 */
export function ratioBenchmarkInWords(verdicts: RatioVerdict[], label: string, differs: boolean): string | null {
  const failures = verdicts.filter(({ verdict, oracle }) => verdict === "fails" && oracle);
  if (failures.length === 0) return null;
  const what = inSentence(label);
  const why = `Any model that leaves part of the ${what} unexplained is high where the ${what} is low and low where it is high, and the standard makes no allowance for that.`;
  if (differs) return `${why} But this model scores otherwise than a model with the same noise and no bias.`;
  const these = failures.length === 1 ? "this figure: it measures" : "these figures: they measure";
  return `${why} A model with the same noise and no bias scores about the same in ${these} how much is left unexplained, and no unfairness beyond that.`;
}

/** The median ratio of the outer thirds by the true outcome, what it is without bias, and why it is not 1. */
export function ratioThirdsInWords([first, ...others]: RatioStudy["thirds"], label: string): string {
  const last = others.at(-1);
  if (!first || !last) return "";
  const write = MEASURES.medianRatio.write;
  const what = inSentence(label);
  const measured = `Among the third with the lowest true ${what} the estimate is typically ${write(first.medianRatio)} times the truth, among the third with the highest ${write(last.medianRatio)} times.`;
  const benchmark =
    first.oracle === null || last.oracle === null
      ? ""
      : ` In a model with the same noise and no bias it would be ${write(first.oracle)} and ${write(last.oracle)} times.`;
  return `${measured}${benchmark} This is regression to the mean: rows are among the lowest partly because of what no input explains, and an estimate cannot know that. It says nothing of rows with a low or a high estimate.`;
}

/** That a ratio study is missing although the description asks for it. */
export function noRatioStudyInWords(): string {
  return "There is no ratio study: it needs outcomes and estimates that are all above zero, and a model that was trained with it.";
}

/** How often claims came true that stand side by side. */
export function brokenInWords(broken: number): string {
  return broken === 0
    ? "What was claimed for each group is what happened, as far as chance lets one see."
    : `In ${countInWords(broken)} of them something else happened than was claimed, by more than chance makes.`;
}
