import { DataTable } from "@/components/chart/data-table";
import { Section } from "@/components/section";
import { asSentence, countInWords } from "@/components/words";
import { group } from "d3-array";
import { listInWords } from "@/lib/model/format";
import type { Model } from "@/lib/model/model";
import { judgedModels } from "./verdict";
import { findFaults } from "@/lib/judging/findings";
import { judgeRatios, type RatioVerdict } from "@/lib/judging/ratio-standard";

/** What a study finds, as it follows the names of those it holds for: "fail in two of four figures (COD and PRB), …". */
function findingInWords(model: Model, verdicts: RatioVerdict[], several: boolean): string {
  if (verdicts.some(({ verdict }) => verdict === "too few rows")) {
    return `${several ? "have" : "has"} too few rows to pass or to fail.`;
  }
  const failures = verdicts.filter(({ verdict }) => verdict === "fails");
  if (failures.length === 0) return several ? "do not fail." : "does not fail.";
  const count = `${countInWords(failures.length)} of ${countInWords(verdicts.length)}`;
  const shorts = listInWords(failures.map(({ short }) => short));
  const differs = findFaults(model).some(({ code }) => code === "vertical_bias" || code === "ratio_study");
  const alike = !differs && failures.every(({ oracle }) => oracle);
  return `${several ? "fail" : "fails"} in ${count} figures (${shorts})${alike ? ", as would a model with the same noise and no bias" : ""}.`;
}

/** The ratio studies of assessors side by side, for models whose ratios mean something. */
export function RatioComparison({ models }: { models: Model[] }) {
  const studies = judgedModels(models).map(({ model }) => ({ model, verdicts: judgeRatios(model) }));
  // Models of which the same is to be said share the sentence.
  const findings = group(
    studies.filter(({ verdicts }) => verdicts.length > 0),
    ({ model, verdicts }) => findingInWords(model, verdicts, true),
  );
  const unknown = models.filter(({ spec, evidence }) => evidence === null && spec.target.ratioStudy);
  const measures = studies.find(({ verdicts }) => verdicts.length > 0)?.verdicts;
  if (!measures) return null;
  return (
    <Section title="The assessors’ test">
      <p className="max-w-[38rem]">
        Estimates for tax assessment must be near the truth on the whole, close together, and as near for high values as
        for low ones.
      </p>
      {[...findings].map(([finding, [first, ...others]]) => (
        <p key={finding} className="mt-3 max-w-[38rem]">
          {[first!, ...others].map(({ model }) => model.spec.title).join(" and ")}{" "}
          {others.length > 0 ? finding : findingInWords(first!.model, first!.verdicts, false)}
        </p>
      ))}
      {unknown.length > 0 && (
        <p className="mt-3 max-w-[38rem]">
          {unknown.map(({ spec }) => spec.title).join(" and ")} cannot be tested without rows with known outcomes.
        </p>
      )}
      <DataTable
        caption="Ratio study of each model"
        wide={studies.length > 2}
        columns={["Estimate over truth", ...studies.map(({ model }) => model.spec.title)]}
        rows={measures.map(({ measure, name, accepted }) => [
          <span key="name">
            {name}
            <span className="block text-caption text-quiet">accepted: {accepted}</span>
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
  const tone = verdict === "fails" ? "text-rust" : verdict === "passes" ? "text-accent" : "text-quiet";
  return (
    <>
      <span className="font-medium">{written}</span>
      <span className={`block text-caption ${tone}`}>{asSentence(verdict).slice(0, -1)}</span>
    </>
  );
}
