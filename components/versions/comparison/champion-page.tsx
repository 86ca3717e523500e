import type { Model } from "@/lib/model/model";
import Link from "next/link";
import { VersionHead, type VersionFacts } from "./version-head";

interface ChampionPageProps {
  facts: VersionFacts;
  model: Model;
  /** The version that may replace it. */
  challenger: string | null;
}

/** The version that answers, with which others are compared. */
export function ChampionPage({ facts, model, challenger }: ChampionPageProps) {
  const { id } = model.spec;
  return (
    <article>
      <VersionHead facts={facts} model={model}>
        <p className="max-w-[38rem] text-lead">
          This version answers. Other versions are compared with it on their own pages.
        </p>
        <p className="mt-4 flex flex-wrap gap-x-6">
          <Link href={`/models/${id}/card`} className="link inline-flex min-h-11 items-center">
            Its accuracy
          </Link>
          {challenger && (
            <Link href={`/models/${id}/versions/${challenger}`} className="link inline-flex min-h-11 items-center">
              The challenger {challenger}
            </Link>
          )}
        </p>
      </VersionHead>
    </article>
  );
}
