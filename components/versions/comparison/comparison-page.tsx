import { inquire } from "@/components/compare/inquiry";
import { questionOf } from "@/components/compare/question";
import type { VersionComparison } from "@/lib/service/comparison";
import { changesBetween } from "@/lib/judging/version-changes";
import { asSentence } from "@/components/words";
import type { Challenge } from "@/lib/judging/challenge";
import type { Model } from "@/lib/model/model";
import Link from "next/link";
import { Changes } from "./changes";
import { Outcomes } from "./outcomes";
import { SameCase } from "./same-case";
import { Shadow } from "./shadow";
import { VersionHead, type VersionFacts } from "./version-head";

interface ComparisonPageProps {
  facts: VersionFacts;
  champion: Model;
  challenger: Model;
  compared: VersionComparison;
  /** Whether the reader may promote it. */
  promotes: boolean;
  query: URLSearchParams;
  /** The address of this page without its query. */
  path: string;
}

const LEADS: Record<Challenge["verdict"], string> = {
  "the challenger is closer": "The challenger is closer to the outcomes.",
  "the champion is closer": "The champion is closer to the outcomes.",
  "no difference beyond chance": "Neither is closer to the outcomes by more than chance makes.",
  "too few to tell": "Too few outcomes to tell which is closer.",
};

/** A version beside the champion: which is closer, what it says in shadow, what changed, and one case through both. */
export function ComparisonPage({ facts, champion, challenger, compared, promotes, query, path }: ComparisonPageProps) {
  const { outcomes, contests, shadow, inputs } = compared;
  const question = questionOf(champion, challenger);
  const inquiry = inquire(question, query);
  return (
    <article>
      <VersionHead facts={facts} model={challenger}>
        <p className="max-w-[38rem] text-lead">{LEADS[outcomes.verdict]}</p>
        <p className="mt-4 max-w-[38rem] text-quiet">{asSentence(outcomes.detail)}</p>
        {facts.alias !== "challenger" && (
          <p className="mt-4 max-w-[38rem] text-quiet">
            This version is not the challenger now. Here it is compared as if it were.
          </p>
        )}
        {promotes && (
          <Link
            href={`/models/${challenger.spec.id}/versions?promote=${challenger.version}#decide`}
            prefetch={false}
            className="link mt-4 inline-flex min-h-11 items-center"
          >
            Promote this version
          </Link>
        )}
      </VersionHead>
      <Outcomes outcomes={outcomes} contests={contests} target={champion.spec.target} />
      <Shadow shadow={shadow} inputs={inputs} champion={champion} challenger={challenger} path={path} />
      <Changes changes={changesBetween(champion, challenger)} />
      <SameCase question={question} inquiry={inquiry} champion={champion} challenger={challenger} path={path} />
    </article>
  );
}
