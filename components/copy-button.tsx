"use client";

import { useState } from "react";
import { COPY_WORDS } from "./copy-words";
import { useWords } from "./language/use-words";

/** Copies the text of an element. Where the browser does not allow that, it selects the text for the person to copy. */
export function CopyButton({ of, children }: { of: string; children: string }) {
  const words = useWords(COPY_WORDS);
  const [done, setDone] = useState("");

  async function copy() {
    const element = document.getElementById(of)!;
    try {
      await navigator.clipboard.writeText(element.textContent);
      setDone(words.copied);
    } catch {
      window.getSelection()?.selectAllChildren(element);
      setDone(words.selected);
    }
  }

  return (
    <span className="screen-only inline-flex items-center noscript:hidden">
      <button type="button" className="link min-h-11 cursor-pointer" onClick={copy}>
        {children}
      </button>
      <span role="status" className="text-caption text-quiet not-empty:ml-3">
        {done}
      </span>
    </span>
  );
}
