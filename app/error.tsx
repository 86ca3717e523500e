"use client";

import Link from "next/link";
import { useEffect } from "react";
import { useWords } from "@/components/language/use-words";
import { SITE_WORDS } from "@/components/site-words";

/** Shown when a page fails. The cause is in the log, under the digest. */
export default function ErrorPage({ error, retry }: { error: Error & { digest?: string }; retry: () => void }) {
  const { failed, allModels } = useWords(SITE_WORDS);
  useEffect(() => {
    // After a release, the scripts of an older page are gone: load the whole page again, once.
    const [navigation] = performance.getEntriesByType("navigation") as PerformanceNavigationTiming[];
    if (error.name === "ChunkLoadError" && navigation?.type !== "reload") window.location.reload();
  }, [error]);
  return (
    <div className="spread pt-10 lg:pt-16">
      <p className="text-small text-quiet lg:pt-3">500</p>
      <div className="max-w-[46rem]">
        <h1 className="text-title tracking-[-0.035em]">{failed.heading}</h1>
        <p className="mt-5 max-w-[38rem] text-lead text-quiet">
          {failed.text}
          {error.digest && ` ${failed.reference(error.digest)}`}
        </p>
        <div className="mt-10 flex flex-wrap items-center gap-x-8 gap-y-4">
          <button className="button" onClick={() => retry()}>
            {failed.retry}
          </button>
          <Link href="/#all-models" className="link inline-flex min-h-11 items-center">
            {allModels}
          </Link>
        </div>
      </div>
    </div>
  );
}
