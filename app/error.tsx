"use client";

import Link from "next/link";
import { useEffect } from "react";

/** Shown when a page fails: the cause is ours, and stays in the log under the digest. */
export default function ErrorPage({ error, retry }: { error: Error & { digest?: string }; retry: () => void }) {
  useEffect(() => {
    // A script that is no longer there, as after a release, is there again once the whole page is loaded anew; once.
    const [navigation] = performance.getEntriesByType("navigation") as PerformanceNavigationTiming[];
    if (error.name === "ChunkLoadError" && navigation?.type !== "reload") window.location.reload();
  }, [error]);
  return (
    <div className="spread pt-10 lg:pt-16">
      <p className="text-small text-quiet lg:pt-3">500</p>
      <div className="max-w-[46rem]">
        <h1 className="text-title tracking-[-0.035em]">This page failed, and it is our fault.</h1>
        <p className="mt-5 max-w-[38rem] text-lead text-quiet">
          What you entered is in the address of this page, so trying again loses nothing.
          {error.digest && ` Should it fail again, the reference ${error.digest} helps to find out why.`}
        </p>
        <div className="mt-10 flex flex-wrap items-center gap-x-8 gap-y-4">
          <button className="button" onClick={() => retry()}>
            Try again
          </button>
          <Link href="/" className="link">
            See all models
          </Link>
        </div>
      </div>
    </div>
  );
}
