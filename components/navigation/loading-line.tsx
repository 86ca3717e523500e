"use client";

import { useWords } from "@/components/language/use-words";
import { usePathname, useSearchParams } from "next/navigation";
import { useEffect } from "react";
import { hideLoading } from "./loading-state";
import { LOADING_WORDS } from "./loading-words";

/** A line along the top edge while a page is on its way over a slow line; the page before it stays until then. */
export function LoadingLine() {
  const words = useWords(LOADING_WORDS);
  const path = usePathname();
  const query = useSearchParams().toString();
  useEffect(hideLoading, [path, query]);
  return (
    <div className="loading-line" role="progressbar" aria-label={words.loading}>
      <span />
    </div>
  );
}
