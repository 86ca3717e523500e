import { localeOf } from "@/lib/language/locale";
import { unknownInWords } from "./verdict-in-words";
import { judgedModels, type Judged, type Verdict } from "./verdict";
import { accuracyMeasures, commonTolerance, type AccuracyMeasure } from "@/components/accuracy-measures";
import { DataTable } from "@/components/chart/data-table";
import { Section } from "@/components/section";
import { useLocale } from "#locale";
import type { Accuracy } from "@/lib/model/evidence";
import { roundingStep, writerOf } from "@/lib/model/format";
import type { Model } from "@/lib/model/model";
import { maxIndex, minIndex } from "d3-array";
import { COMPARED_ACCURACY_WORDS } from "./accuracy-words";

type Errors = Accuracy["baseline"];

/** The position of the best, if it is the only one. */
function bestOf({ of, better }: AccuracyMeasure, all: Errors[]): number {
  const index = (better === "less" ? minIndex : maxIndex)(all, of);
  return all.filter((errors) => of(errors) === of(all[index]!)).length === 1 ? index : -1;
}

function summary(judged: Judged[], wins: number[], figures: number): string {
  const locale = localeOf(judged[0]!.model.spec);
  const words = COMPARED_ACCURACY_WORDS[locale];
  const { quantity } = writerOf(locale);
  const [most, count] = wins.reduce<[number, number]>(
    (best, won, index) => (won > best[1] ? [index, won] : best),
    [-1, 0],
  );
  if (most < 0) return words.equal;
  const { title } = judged[most]!.model.spec;
  if (count === figures) return words.best(title, judged.length);
  return words.bestInSome(title, judged.length, quantity(count), quantity(figures));
}

/** What the accuracies were measured on. */
function measuredInWords(judged: Judged[], { sameRows }: Verdict): string {
  const [first, second] = judged;
  const words = COMPARED_ACCURACY_WORDS[localeOf(first!.model.spec)];
  if (!second) return words.ownRows(first!.model.spec.title);
  return sameRows ? words.sameRows : words.otherRows;
}

/** Errors on rows left out, model by model, beside those of estimating the mean every time. */
export function AccuracyComparison({ models, verdict }: { models: Model[]; verdict: Verdict }) {
  const locale = useLocale();
  const words = COMPARED_ACCURACY_WORDS[locale];
  const judged = judgedModels(models);
  const [first] = judged;
  if (!first) return null;
  const all = judged.map(({ evidence }) => evidence.accuracy);
  const { unit } = first.model.spec.target;
  const step = roundingStep(0, Math.max(...all.map(({ rmse }) => rmse)));
  const measures = accuracyMeasures(commonTolerance(judged.map(({ model }) => model)), unit, locale);
  const best = measures.map((measure) => bestOf(measure, all));
  const wins = judged.map((_, index) => best.filter((position) => position === index).length);
  return (
    <Section title={words.title}>
      <p className="max-w-[38rem]">
        {judged.length > 1 && `${summary(judged, wins, measures.length)} `}
        {measuredInWords(judged, verdict)}
        {verdict.unknown.length > 0 && ` ${unknownInWords(verdict.unknown)}`}
      </p>
      <DataTable
        caption={words.caption}
        wide={judged.length + Number(verdict.sameRows) > 2}
        columns={[
          words.estimates,
          ...judged.map(({ model }) => model.spec.title),
          ...(verdict.sameRows ? [words.mean] : []),
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
      {verdict.sameRows && <p className="mt-3 text-caption text-quiet">{words.meanNote}</p>}
    </Section>
  );
}
