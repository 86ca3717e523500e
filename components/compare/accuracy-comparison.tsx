import { unknownInWords } from "./verdict-in-words";
import { judgedModels, type Judged, type Verdict } from "./verdict";
import { accuracyMeasures, commonTolerance, type AccuracyMeasure } from "@/components/accuracy-measures";
import { DataTable } from "@/components/chart/data-table";
import { Section } from "@/components/section";
import { countInWords } from "@/components/words";
import type { Accuracy } from "@/lib/model/evidence";
import { roundingStep } from "@/lib/model/format";
import type { Model } from "@/lib/model/model";
import { maxIndex, minIndex } from "d3-array";

type Errors = Accuracy["baseline"];

/** The position of the best, if it is the only one. */
function bestOf({ of, better }: AccuracyMeasure, all: Errors[]): number {
  const index = (better === "less" ? minIndex : maxIndex)(all, of);
  return all.filter((errors) => of(errors) === of(all[index]!)).length === 1 ? index : -1;
}

function summary(judged: Judged[], wins: number[], figures: number): string {
  const [most, count] = wins.reduce<[number, number]>(
    (best, won, index) => (won > best[1] ? [index, won] : best),
    [-1, 0],
  );
  if (most < 0) return "They are equal in all of these figures.";
  const { title } = judged[most]!.model.spec;
  if (count === figures) return `${title} is the better one in all of these figures.`;
  return `${title} is the better one in ${countInWords(count)} of these ${countInWords(figures)} figures.`;
}

/** What the accuracies were measured on. */
function measuredInWords(judged: Judged[], { sameRows }: Verdict): string {
  const [first, second] = judged;
  if (first && !second) {
    return `${first.model.spec.title} was measured on its own rows, none of which helped with its own estimate.`;
  }
  return sameRows
    ? "All were measured on the same rows, none of which helped with its own estimate."
    : "Each was measured on its own rows, none of which helped with its own estimate.";
}

/** Errors on rows left out, model by model, beside those of always saying the mean. */
export function AccuracyComparison({ models, verdict }: { models: Model[]; verdict: Verdict }) {
  const judged = judgedModels(models);
  const [first] = judged;
  if (!first) return null;
  const all = judged.map(({ evidence }) => evidence.accuracy);
  const { unit } = first.model.spec.target;
  const step = roundingStep(0, Math.max(...all.map(({ rmse }) => rmse)));
  const measures = accuracyMeasures(commonTolerance(judged.map(({ model }) => model)), unit);
  const best = measures.map((measure) => bestOf(measure, all));
  const wins = judged.map((_, index) => best.filter((position) => position === index).length);
  return (
    <Section title="How accurate they are">
      <p className="max-w-[38rem]">
        {judged.length > 1 && `${summary(judged, wins, measures.length)} `}
        {measuredInWords(judged, verdict)}
        {verdict.unknown.length > 0 && ` ${unknownInWords(verdict.unknown)}`}
      </p>
      <DataTable
        caption="Accuracy of each model on rows that its fit has not seen"
        wide={judged.length > 2}
        columns={[
          "Estimates",
          ...judged.map(({ model }) => model.spec.title),
          ...(verdict.sameRows ? ["The mean"] : []),
        ]}
        rows={measures.map((measure, row) => {
          const write = (errors: Errors) => measure.write(measure.of(errors), unit, step);
          return [
            measure.name,
            ...all.map((accuracy, index) => (
              <span key={index} className={judged.length > 1 && index === best[row] ? "font-medium" : ""}>
                {write(accuracy)}
              </span>
            )),
            ...(verdict.sameRows
              ? [
                  <span key="mean" className="text-quiet">
                    {write(first.evidence.accuracy.baseline)}
                  </span>,
                ]
              : []),
          ];
        })}
      />
      {verdict.sameRows && (
        <p className="mt-3 text-caption text-quiet">The mean: always answering the average of the other rows.</p>
      )}
    </Section>
  );
}
