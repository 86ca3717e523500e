import { ClaimChart, claimDomain, type Claim } from "@/components/card/claim-chart";
import { Section } from "@/components/section";
import { asSentence, countInWords } from "@/components/words";
import { commonTolerance } from "@/components/accuracy-measures";
import { toleranceInWords } from "@/lib/model/answer/confidence";
import { calibrationGroups } from "@/lib/judging/checks/calibration";
import { brokenClaims } from "@/lib/judging/claimed-share";
import { judge } from "@/lib/judging/findings";
import { FEWEST_ROWS_TO_JUDGE, type Evidence } from "@/lib/model/evidence";
import { formatQuantity } from "@/lib/model/format";
import type { Model } from "@/lib/model/model";
import { ModelColumns } from "./model-columns";
import { judgedModels } from "./verdict";

interface ClaimsProps {
  title: string;
  /** What is claimed, and how to read the charts. */
  introduction: string;
  models: Model[];
  claimsOf: (evidence: Evidence) => Claim[];
}

function resultInWords({ rows }: Evidence, claims: Claim[], level: number): string {
  if (claims.length === 0 || rows < FEWEST_ROWS_TO_JUDGE) {
    return `Its ${formatQuantity(rows)} rows are too few to say.`;
  }
  const held = claims.length - brokenClaims(claims, level).length;
  if (held === claims.length) return "All hold, as far as chance lets one see.";
  return asSentence(held === 0 ? "none hold" : `${countInWords(held)} of ${countInWords(claims.length)} hold`);
}

function Claims({ title, introduction, models, claimsOf }: ClaimsProps) {
  const judged = judgedModels(models);
  if (judged.length === 0) return null;
  const domains = judged
    .map(({ model, evidence }) => ({ claims: claimsOf(evidence), level: judge(model).level }))
    .filter(({ claims }) => claims.length > 0)
    .flatMap(({ claims, level }) => claimDomain(claims, level));
  const domain: [number, number] = [Math.min(...domains), Math.max(...domains)];
  return (
    <Section title={title}>
      <p className="max-w-[38rem]">{introduction}</p>
      <ModelColumns models={models}>
        {(model) => {
          const { spec, evidence } = model;
          if (!evidence)
            return <p className="text-quiet">No rows with known outcomes came with it, so this is not known.</p>;
          const claims = claimsOf(evidence);
          const { level } = judge(model);
          return (
            <>
              <p className="text-quiet">{resultInWords(evidence, claims, level)}</p>
              {claims.length > 0 && (
                <ClaimChart claims={claims} level={level} label={`${title} ${spec.title}`} domain={domain} />
              )}
            </>
          );
        }}
      </ModelColumns>
    </Section>
  );
}

/** What each model claims of its own answers, against what came true on rows left out. */
export function ClaimComparison({ models }: { models: Model[] }) {
  const tolerance = commonTolerance(models);
  const near = tolerance ? toleranceInWords(tolerance, models[0]?.spec.target.unit) : "its own tolerance";
  return (
    <>
      <Claims
        title="Do their ranges hold?"
        introduction="A range at 80% should hold the truth eight times out of ten. Upright is what a model claims; the dot is how often the truth lay inside; pale is what chance makes of it."
        models={models}
        claimsOf={({ accuracy, measured: n }) =>
          accuracy.coverage.map(({ level, measured }) => ({ claimed: level, measured, n }))
        }
      />
      <Claims
        title="Do their chances hold?"
        introduction={`Each answer comes with the chance that it is within ${near} of the truth. Here are rows that the fit has not seen, in groups by that chance, with how many were.`}
        models={models}
        claimsOf={calibrationGroups}
      />
    </>
  );
}
