import { inquire } from "@/components/compare/inquiry";
import { questionOf } from "@/components/compare/question";
import { useWords } from "@/components/language/use-words";
import type { VersionComparison } from "@/lib/service/comparison";
import { changesBetween, otherScales } from "@/lib/judging/version-changes";
import { asSentence } from "@/components/words";
import type { Model } from "@/lib/model/model";
import Link from "next/link";
import { Changes } from "./changes";
import { Outcomes } from "./outcomes";
import { SameCase } from "./same-case";
import { Shadow } from "./shadow";
import { VersionHead, type VersionFacts } from "./version-head";
import { COMPARISON_WORDS } from "./words";

interface ComparisonPageProps {
  facts: VersionFacts;
  champion: Model;
  challenger: Model;
  compared: VersionComparison;
  query: URLSearchParams;
  /** The address of this page without its query. */
  path: string;
  /** What the owner can do with the version. */
  promotion?: "promote" | "propose";
}

/** A version beside the champion: which is closer, its answers in shadow, what changed, and one case through both. */
export function ComparisonPage({ facts, champion, challenger, compared, query, path, promotion }: ComparisonPageProps) {
  const { outcomes, contests, shadow, inputs } = compared;
  const words = useWords(COMPARISON_WORDS);
  const question = questionOf(champion, challenger);
  const inquiry = inquire(question, query);
  return (
    <article>
      <VersionHead facts={facts} model={challenger}>
        <p className="max-w-[38rem] text-lead">{words.leads[outcomes.verdict]}</p>
        <p className="mt-4 max-w-[38rem] text-quiet">{asSentence(outcomes.detail)}</p>
        {facts.alias !== "challenger" && <p className="mt-4 max-w-[38rem] text-quiet">{words.notChallenger}</p>}
        {promotion && (
          <Link
            href={`/models/${challenger.spec.id}/versions?promote=${challenger.version}#decide`}
            prefetch={false}
            className="link mt-4 inline-flex min-h-11 items-center"
          >
            {words[promotion]}
          </Link>
        )}
      </VersionHead>
      <Outcomes outcomes={outcomes} contests={contests} target={champion.spec.target} />
      <Shadow shadow={shadow} inputs={inputs} champion={champion} challenger={challenger} path={path} />
      <Changes changes={changesBetween(champion, challenger)} scales={otherScales(champion, challenger)} />
      <SameCase question={question} inquiry={inquiry} champion={champion} challenger={challenger} path={path} />
    </article>
  );
}
