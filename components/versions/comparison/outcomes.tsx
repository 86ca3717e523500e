import { DataTable } from "@/components/chart/data-table";
import { binPoints, type Point } from "@/components/chart/bins";
import { Figure } from "@/components/chart/figure";
import { ScatterPlot } from "@/components/chart/scatter-plot";
import { Section } from "@/components/section";
import { asSentence } from "@/components/words";
import { writeError, type Challenge, type ChallengeSide, type Contest } from "@/lib/judging/challenge";
import { formatCount, formatDate, formatQuantity, formatShare, inSentence, listInWords } from "@/lib/model/format";
import type { Spec } from "@/lib/model/spec";
import type { OutcomeComparison } from "@/lib/service/comparison";

interface OutcomesProps {
  outcomes: OutcomeComparison;
  contests: Contest[];
  target: Spec["target"];
}

/** Both on the same outcomes: how far off they were, on which each was closer, and whether their ranges hold. */
export function Outcomes({ outcomes, contests, target }: OutcomesProps) {
  const { champion, challenger, closer, difference } = outcomes;
  const { unit } = target;
  if (!champion || !challenger)
    return (
      <Section title="On the same outcomes">
        <p className="max-w-[38rem]">
          No outcome of an estimate by the champion has been reported since {dateOf(outcomes.since)}, when this version
          was published. Earlier outcomes do not count, as it may have been trained on them.
          {outcomes.without > 0 && ` ${withoutInWords(outcomes.without)}`}
        </p>
      </Section>
    );
  const write = (value: number) => writeError(value, outcomes, unit);
  return (
    <Section title="On the same outcomes">
      <p className="max-w-[38rem]">{sourcesInWords(outcomes)}</p>
      <DataTable
        caption="The errors of both versions on the same outcomes"
        columns={["Errors", "Champion", "Challenger"]}
        rows={[
          ["Median error", write(champion.medianError), write(challenger.medianError)],
          ["Mean error", write(champion.meanError), write(challenger.meanError)],
          ["Closer to the outcome", formatQuantity(closer.rows - closer.count), formatQuantity(closer.count)],
          ...(champion.ranges || challenger.ranges
            ? [[rangeTitle(champion, challenger), insideOf(champion), insideOf(challenger)]]
            : []),
        ]}
      />
      <p className="mt-4 max-w-[38rem] text-quiet">
        {closer.rows > 0 && `${signInWords(closer)} `}
        {rangesInWords(champion, challenger)}
      </p>
      {difference && contests.length > 1 && <ErrorFigure outcomes={outcomes} contests={contests} target={target} />}
    </Section>
  );
}

const dateOf = (at: number) => formatDate(new Date(at).toISOString().slice(0, 10));

const withoutInWords = (count: number) =>
  `For ${formatCount(count, "outcome")} the challenger has no estimate: it refused, needs an input that the champion does not ask for, or did not answer in shadow.`;

function sourcesInWords({ since, outcomes, fromInputs, fromShadow, without }: OutcomeComparison): string {
  const counted = (count: number) => (count === outcomes ? "" : `${formatQuantity(count)} `);
  const parts = [
    fromInputs > 0 && `${counted(fromInputs)}by estimating the stored inputs anew with both versions`,
    fromShadow > 0 && `${counted(fromShadow)}by what each answered at the time`,
  ].filter((part) => part !== false);
  const compared = `Both are compared on ${formatCount(outcomes, "outcome")} that ${outcomes === 1 ? "was" : "were"} first reported since ${dateOf(since)}, when this version was published: ${listInWords(parts)}.`;
  return without > 0 ? `${compared} ${withoutInWords(without)}` : compared;
}

function signInWords({ count, rows, p }: Challenge["closer"]): string {
  const tie =
    p < 0.05
      ? "more than chance makes between two equally good versions"
      : "which chance can make between two equally good versions";
  return `The challenger is closer on ${formatQuantity(count)} of ${formatCount(rows, "outcome")} on which they differ, ${tie}.`;
}

const rangeTitle = ({ ranges: one }: ChallengeSide, { ranges: other }: ChallengeSide) =>
  `Inside the ${formatShare((one ?? other)!.claimed)} range`;

const insideOf = ({ ranges }: ChallengeSide) =>
  ranges ? `${formatQuantity(ranges.inside)} of ${formatQuantity(ranges.outcomes)}` : "no range";

function rangesInWords(champion: ChallengeSide, challenger: ChallengeSide): string {
  const sides = [
    ["the champion", champion.ranges],
    ["the challenger", challenger.ranges],
  ] as const;
  const broken = sides.flatMap(([name, ranges]) =>
    ranges && !ranges.holds
      ? [
          `${name} (${formatShare(ranges.share)}, 95% interval ${formatShare(ranges.low)} to ${formatShare(ranges.high)})`,
        ]
      : [],
  );
  if (sides.every(([, ranges]) => ranges === null)) return "";
  return broken.length === 0
    ? "The ranges of both hold as many outcomes as they claim, within what chance makes."
    : asSentence(`ranges do not hold as many outcomes as they claim: ${listInWords(broken)}`);
}

/** What the champion's error is larger by, over the outcome. */
function ErrorFigure({ outcomes, contests, target }: OutcomesProps) {
  const shares = outcomes.errors === "shares of the outcome";
  const points = contests.map(({ actual, champion, challenger }): Point => {
    const error = (estimate: number) => Math.abs(estimate - actual) / (shares ? Math.abs(actual) : 1);
    return [actual, error(champion.estimate) - error(challenger.estimate)];
  });
  const bins = binPoints(points);
  const { label, unit } = target;
  const writeX = (value: number) => formatQuantity(Number(value.toPrecision(3)), unit);
  const writeY = (value: number) => writeError(value, outcomes, unit);
  const { mean } = outcomes.difference!;
  return (
    <div className="mt-10">
      <Figure
        caption={`Each dot is an outcome: above the line the challenger is closer, below it the champion. On average the ${mean < 0 ? "champion" : "challenger"} is closer by ${writeY(Math.abs(mean))}.`}
        axes={`Across the true ${inSentence(label)}; up, the champion’s error less the challenger’s${shares ? ", in shares of the outcome" : ""}.`}
        numbers={
          <>
            <DataTable
              caption="What both estimated of each outcome"
              columns={[label, "Champion’s estimate", "Challenger’s estimate"]}
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
                The first {MOST_LISTED} of {formatCount(contests.length, "outcome")}.
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
          perfectText="both as close"
          writeX={writeX}
          writeY={writeY}
          height={260}
          label={`The champion’s error less the challenger’s on ${formatCount(points.length, "outcome")}`}
        />
      </Figure>
    </div>
  );
}

/** A table of more rows is not for reading. */
const MOST_LISTED = 50;
