"use client";

import { useWords } from "@/components/language/use-words";
import { catalogue } from "@/lib/language/locale";
import { useState } from "react";

const WORDS = catalogue({
  en: { copied: "Copied", selected: "Selected: copy it with your keyboard" },
  de: { copied: "Kopiert", selected: "Markiert: Kopieren Sie es mit der Tastatur" },
});

/** Copies the text of an element; where the browser does not allow that, selects it for the person to copy. */
export function CopyButton({ of, children }: { of: string; children: string }) {
  const [done, setDone] = useState<"copied" | "selected">();
  const words = useWords(WORDS);

  async function copy() {
    const element = document.getElementById(of)!;
    try {
      await navigator.clipboard.writeText(element.textContent);
      setDone("copied");
    } catch {
      window.getSelection()?.selectAllChildren(element);
      setDone("selected");
    }
  }

  return (
    <span className="screen-only inline-flex items-center noscript:hidden">
      <button type="button" className="link min-h-11 cursor-pointer" onClick={copy}>
        {children}
      </button>
      <span role="status" className="text-caption text-quiet not-empty:ml-3">
        {done && words[done]}
      </span>
    </span>
  );
}
