import { DataTable } from "@/components/chart/data-table";
import { binPoints, type Point } from "@/components/chart/bins";
import { Figure } from "@/components/chart/figure";
import { ScatterPlot } from "@/components/chart/scatter-plot";
import { useWords } from "@/components/language/use-words";
import { useWriter } from "@/components/language/use-writer";
import { Section } from "@/components/section";
import {
  writeError,
  writeErrorDifference,
  type Challenge,
  type ChallengeSide,
  type Contest,
} from "@/lib/judging/challenge";
import type { Locale } from "@/lib/language/locale";
import { writerOf } from "@/lib/model/format";
import type { Spec } from "@/lib/model/spec";
import type { OutcomeComparison } from "@/lib/service/comparison";
import { useLocale } from "#locale";
import { COMPARISON_WORDS } from "./words";

interface OutcomesProps {
  outcomes: OutcomeComparison;
  contests: Contest[];
  target: Spec["target"];
}

/** Both versions on the same outcomes: their errors, on which each was closer, and the coverage of their ranges. */
export function Outcomes({ outcomes, contests, target }: OutcomesProps) {
  const { champion, challenger, closer, difference } = outcomes;
  const { unit } = target;
  const locale = useLocale();
  const words = useWords(COMPARISON_WORDS);
  const writer = useWriter();
  if (!champion || !challenger)
    return (
      <Section title={words.sameOutcomes}>
        <p className="max-w-[38rem]">
          {words.noOutcome(writer.day(outcomes.since))}
          {outcomes.without > 0 && ` ${withoutInWords(locale, outcomes.without)}`}
        </p>
      </Section>
    );
  const write = (value: number) => writeError(writer, value, outcomes, unit);
  const insideOf = ({ ranges }: ChallengeSide) =>
    ranges ? words.of(writer.quantity(ranges.inside), writer.quantity(ranges.outcomes)) : words.noRange;
  const ranges = champion.ranges ?? challenger.ranges;
  return (
    <Section title={words.sameOutcomes}>
      <p className="max-w-[38rem]">{sourcesInWords(locale, outcomes)}</p>
      <DataTable
        caption={words.errorsCaption}
        columns={[words.errors, words.champion, words.challenger]}
        rows={[
          [words.medianError, write(champion.medianError), write(challenger.medianError)],
          [words.meanError, write(champion.meanError), write(challenger.meanError)],
          [words.closer, writer.quantity(closer.rows - closer.count), writer.quantity(closer.count)],
          ...(ranges ? [[words.inside(writer.share(ranges.claimed)), insideOf(champion), insideOf(challenger)]] : []),
        ]}
      />
      <p className="mt-4 max-w-[38rem] text-quiet">
        {closer.rows > 0 && `${signInWords(locale, closer)} `}
        {rangesInWords(locale, champion, challenger)}
      </p>
      {difference && contests.length > 1 && <ErrorFigure outcomes={outcomes} contests={contests} target={target} />}
    </Section>
  );
}

const outcomesInWords = (locale: Locale, count: number) =>
  writerOf(locale).count(count, COMPARISON_WORDS[locale].outcome, COMPARISON_WORDS[locale].outcomes);

const withoutInWords = (locale: Locale, count: number) =>
  COMPARISON_WORDS[locale].without(outcomesInWords(locale, count));

function sourcesInWords(
  locale: Locale,
  { since, outcomes, fromInputs, fromShadow, without }: OutcomeComparison,
): string {
  const words = COMPARISON_WORDS[locale];
  const { day, quantity } = writerOf(locale);
  const inputs = fromInputs === outcomes ? words.fromInputs : words.fromSomeInputs(quantity(fromInputs));
  const shadow = fromShadow === outcomes ? words.fromShadow : words.fromSomeShadow(quantity(fromShadow));
  return [
    words.compared(outcomesInWords(locale, outcomes), day(since)),
    ...(fromInputs > 0 ? [inputs] : []),
    ...(fromShadow > 0 ? [shadow] : []),
    ...(without > 0 ? [withoutInWords(locale, without)] : []),
  ].join(" ");
}

function signInWords(locale: Locale, { count, rows, p }: Challenge["closer"]): string {
  const words = COMPARISON_WORDS[locale];
  const write = writerOf(locale);
  return words.sign(write.quantity(count), write.count(rows, words.differing, words.differingMany), p >= 0.05);
}

function rangesInWords(locale: Locale, champion: ChallengeSide, challenger: ChallengeSide): string {
  const words = COMPARISON_WORDS[locale];
  const { share, list } = writerOf(locale);
  const sides = [
    [words.theChampion, champion.ranges],
    [words.inSentenceChallenger, challenger.ranges],
  ] as const;
  if (sides.every(([, ranges]) => ranges === null)) return "";
  const broken = sides.flatMap(([who, ranges]) =>
    ranges && !ranges.holds ? [words.coverage(who, share(ranges.share), share(ranges.low), share(ranges.high))] : [],
  );
  return broken.length === 0 ? words.covers : words.coversOtherwise(list(broken));
}

/** The champion's error minus the challenger's, over the outcome. */
function ErrorFigure({ outcomes, contests, target }: OutcomesProps) {
  const locale = useLocale();
  const words = useWords(COMPARISON_WORDS);
  const writer = useWriter();
  const shares = outcomes.errors === "shares of the outcome";
  const points = contests.map(({ actual, champion, challenger }): Point => {
    const error = (estimate: number) => Math.abs(estimate - actual) / (shares ? Math.abs(actual) : 1);
    return [actual, error(champion.estimate) - error(challenger.estimate)];
  });
  const bins = binPoints(points);
  const { label, unit } = target;
  const writeX = (value: number) => writer.quantity(Number(value.toPrecision(3)), unit);
  const writeY = (value: number) => writeError(writer, value, outcomes, unit);
  const { mean } = outcomes.difference!;
  return (
    <div className="mt-10">
      <Figure
        caption={words.figure(mean < 0, writeErrorDifference(writer, Math.abs(mean), outcomes, unit))}
        axes={words.axes(writer.inSentence(label), shares)}
        numbers={
          <>
            <DataTable
              caption={words.numbersCaption}
              columns={[label, words.championEstimate, words.challengerEstimate]}
              rows={contests
                .slice(0, MOST_LISTED)
                .map(({ actual, champion, challenger }) => [
                  writeX(actual),
                  writeX(champion.estimate),
                  writeX(challenger.estimate),
                ])}
            />
            {contests.length > MOST_LISTED && (
              <p className="mt-3 text-caption text-quiet">
                {words.first(writer.quantity(MOST_LISTED), writer.quantity(contests.length))}
              </p>
            )}
          </>
        }
      >
        <ScatterPlot
          points={points}
          bins={bins}
          dots
          perfect="zero"
          perfectText={words.bothAsClose}
          writeX={writeX}
          writeY={writeY}
          height={260}
          label={words.chart(outcomesInWords(locale, points.length))}
        />
      </Figure>
    </div>
  );
}

/** A table of more rows is not for reading. */
const MOST_LISTED = 50;
