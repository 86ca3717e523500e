import { useWords } from "@/components/language/use-words";
import type { Model } from "@/lib/model/model";
import Link from "next/link";
import { VersionHead, type VersionFacts } from "./version-head";
import { COMPARISON_WORDS } from "./words";

interface ChampionPageProps {
  facts: VersionFacts;
  model: Model;
  /** The version that may replace it. */
  challenger: string | null;
}

/** The page of the champion, with which other versions are compared. */
export function ChampionPage({ facts, model, challenger }: ChampionPageProps) {
  const { id } = model.spec;
  const words = useWords(COMPARISON_WORDS);
  return (
    <article>
      <VersionHead facts={facts} model={model}>
        <p className="max-w-[38rem] text-lead">{words.itAnswers}</p>
        <p className="mt-4 flex flex-wrap gap-x-6">
          <Link href={`/models/${id}/card`} className="link inline-flex min-h-11 items-center">
            {words.itsAccuracy}
          </Link>
          {challenger && (
            <Link href={`/models/${id}/versions/${challenger}`} className="link inline-flex min-h-11 items-center">
              {words.theChallenger(challenger)}
            </Link>
          )}
        </p>
      </VersionHead>
    </article>
  );
}
