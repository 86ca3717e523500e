import { localeOf } from "@/lib/language/locale";
import { DataTable } from "@/components/chart/data-table";
import { Section } from "@/components/section";
import { useWords } from "@/components/language/use-words";
import { useWriter } from "@/components/language/use-writer";
import { group } from "d3-array";
import { writerOf } from "@/lib/model/format";
import type { Model } from "@/lib/model/model";
import { COMPARED_ACCURACY_WORDS } from "./accuracy-words";
import { judgedModels } from "./verdict";
import { findProblems } from "@/lib/judging/findings";
import { judgeRatios, type RatioVerdict } from "@/lib/judging/ratio-standard";

interface Study {
  model: Model;
  verdicts: RatioVerdict[];
}

/** What the studies of models find that are alike: "A and B fail in 2 of 4 figures (COD and PRB)." */
function findingInWords(studies: Study[]): string {
  const [{ model, verdicts }] = studies as [Study];
  const locale = localeOf(model.spec);
  const words = COMPARED_ACCURACY_WORDS[locale].ratio;
  const { quantity, list, quoted } = writerOf(locale);
  const titles = list(studies.map(({ model }) => quoted(model.spec.title)));
  const several = studies.length > 1;
  if (verdicts.some(({ verdict }) => verdict === "too few rows")) return words.few(titles, several);
  const failures = failuresOf({ model, verdicts });
  if (failures.length === 0) return words.passes(titles, several);
  const figures = [quantity(failures.length), quantity(verdicts.length)] as const;
  const shorts = list(failures.map(({ short }) => short));
  return words.fails(titles, several, ...figures, shorts, failsAlike({ model, verdicts }));
}

const failuresOf = ({ verdicts }: Study) => verdicts.filter(({ verdict }) => verdict === "fails");

/** Whether an unbiased model with the same noise would fail too. */
function failsAlike(study: Study): boolean {
  const differs = findProblems(study.model).some(({ code }) => code === "vertical_bias" || code === "ratio_study");
  return !differs && failuresOf(study).every(({ oracle }) => oracle);
}

/** Studies with the same key have the same sentence. */
function keyOf(study: Study): string {
  const few = study.verdicts.some(({ verdict }) => verdict === "too few rows");
  return JSON.stringify([few, failuresOf(study).map(({ measure }) => measure), failsAlike(study)]);
}

/** The ratio studies side by side, for models whose ratios mean something. */
export function RatioComparison({ models }: { models: Model[] }) {
  const words = useWords(COMPARED_ACCURACY_WORDS).ratio;
  const { list, quoted } = useWriter();
  const studies = judgedModels(models).map((judged): Study => ({ ...judged, verdicts: judgeRatios(judged.model) }));
  const findings = group(
    studies.filter(({ verdicts }) => verdicts.length > 0),
    keyOf,
  );
  const unknown = models.filter(({ spec, evidence }) => evidence === null && spec.target.ratioStudy);
  const measures = studies.find(({ verdicts }) => verdicts.length > 0)?.verdicts;
  if (!measures) return null;
  return (
    <Section title={words.title}>
      <p className="max-w-[38rem]">{words.text}</p>
      {[...findings].map(([key, alike]) => (
        <p key={key} className="mt-3 max-w-[38rem]">
          {findingInWords(alike)}
        </p>
      ))}
      {unknown.length > 0 && (
        <p className="mt-3 max-w-[38rem]">{words.unknown(list(unknown.map(({ spec }) => quoted(spec.title))))}</p>
      )}
      <DataTable
        caption={words.caption}
        wide={studies.length > 2}
        columns={[words.figure, ...studies.map(({ model }) => model.spec.title)]}
        rows={measures.map(({ measure, name, accepted }) => [
          <span key="name">
            {name}
            <span className="block text-caption text-quiet">{words.accepted(accepted)}</span>
          </span>,
          ...studies.map(({ model, verdicts }) => {
            const found = verdicts.find((each) => each.measure === measure);
            return found ? <Figure key={model.spec.id} {...found} /> : "–";
          }),
        ])}
      />
    </Section>
  );
}

function Figure({ written, verdict }: RatioVerdict) {
  const { verdicts } = useWords(COMPARED_ACCURACY_WORDS).ratio;
  const tone = verdict === "fails" ? "text-rust" : verdict === "passes" ? "text-accent" : "text-quiet";
  return (
    <>
      <span className="font-medium">{written}</span>
      <span className={`block text-caption ${tone}`}>{verdicts[verdict]}</span>
    </>
  );
}
