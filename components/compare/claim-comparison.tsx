import { ClaimChart, claimDomain, type Claim } from "@/components/card/claim-chart";
import { Section } from "@/components/section";
import { useLocale } from "#locale";
import { useWords } from "@/components/language/use-words";
import { commonTolerance } from "@/components/accuracy-measures";
import { toleranceInWords } from "@/lib/model/answer/tolerance";
import { calibrationGroups } from "@/lib/judging/checks/calibration";
import { levelForSome } from "@/lib/judging/checks/coverage";
import { brokenClaims } from "@/lib/judging/claimed-share";
import { judge } from "@/lib/judging/findings";
import { FEWEST_ROWS_TO_JUDGE, type Evidence } from "@/lib/model/evidence";
import type { Locale } from "@/lib/language/locale";
import { writerOf } from "@/lib/model/format";
import type { Model } from "@/lib/model/model";
import { COMPARED_ACCURACY_WORDS } from "./accuracy-words";
import { ModelColumns } from "./model-columns";
import { judgedModels } from "./verdict";

interface ClaimsProps {
  title: string;
  /** What is claimed, and how to read the charts. */
  introduction: string;
  models: Model[];
  claimsOf: (evidence: Evidence) => Claim[];
  /** What these claims may owe to chance, of what the tests of a model may. */
  levelOf?: (model: Pick<Model, "evidence">, claims: Claim[], level: number) => number;
}

function resultInWords(locale: Locale, { rows }: Evidence, claims: Claim[], level: number): string {
  const words = COMPARED_ACCURACY_WORDS[locale];
  const { quantity } = writerOf(locale);
  if (claims.length === 0 || rows < FEWEST_ROWS_TO_JUDGE) return words.fewRows(quantity(rows));
  const right = claims.length - brokenClaims(claims, level).length;
  if (right === claims.length) return words.all;
  return right === 0 ? words.noneOf : words.some(quantity(right), quantity(claims.length));
}

function Claims({ title, introduction, models, claimsOf, levelOf = (_model, _claims, level) => level }: ClaimsProps) {
  const locale = useLocale();
  const judged = judgedModels(models);
  if (judged.length === 0) return null;
  const domains = judged
    .map(({ model, evidence }) => {
      const claims = claimsOf(evidence);
      return { claims, level: levelOf(model, claims, judge(model).level) };
    })
    .filter(({ claims }) => claims.length > 0)
    .flatMap(({ claims, level }) => claimDomain(claims, level));
  const domain: [number, number] = [Math.min(...domains), Math.max(...domains)];
  return (
    <Section title={title}>
      <p className="max-w-[38rem]">{introduction}</p>
      <ModelColumns models={models}>
        {(model) => {
          const { spec, evidence } = model;
          if (!evidence) return <p className="text-quiet">{COMPARED_ACCURACY_WORDS[locale].noRows}</p>;
          const claims = claimsOf(evidence);
          const level = levelOf(model, claims, judge(model).level);
          return (
            <>
              <p className="text-quiet">{resultInWords(locale, evidence, claims, level)}</p>
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

/** The levels and probabilities that each model gives, against the coverage on rows left out. */
export function ClaimComparison({ models }: { models: Model[] }) {
  const { ranges, chances } = useWords(COMPARED_ACCURACY_WORDS);
  const locale = useLocale();
  const tolerance = commonTolerance(models);
  const near = tolerance ? toleranceInWords(tolerance, models[0]?.spec.target.unit, locale) : chances.ownTolerance;
  return (
    <>
      <Claims
        title={ranges.title}
        introduction={ranges.text}
        models={models}
        claimsOf={({ accuracy, measured: n }) =>
          accuracy.coverage.map(({ level, measured }) => ({ claimed: level, measured, n }))
        }
        levelOf={levelForSome}
      />
      <Claims title={chances.title} introduction={chances.text(near)} models={models} claimsOf={calibrationGroups} />
    </>
  );
}
