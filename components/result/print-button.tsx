"use client";

import { useWords } from "@/components/language/use-words";
import { HEAD_CLIENT_WORDS } from "./head-client-words";

export function PrintButton() {
  const words = useWords(HEAD_CLIENT_WORDS);
  return (
    <button type="button" className="link min-h-11 cursor-pointer noscript:hidden" onClick={() => window.print()}>
      {words.print}
    </button>
  );
}
