"use client";

import { useState } from "react";

/** Copies what stands in an element; where the browser does not let it, selects it for the person to copy. */
export function CopyButton({ of, children }: { of: string; children: string }) {
  const [said, setSaid] = useState("");

  async function copy() {
    const element = document.getElementById(of)!;
    try {
      await navigator.clipboard.writeText(element.textContent);
      setSaid("Copied");
    } catch {
      window.getSelection()?.selectAllChildren(element);
      setSaid("Selected, to be copied with your keyboard");
    }
  }

  return (
    <span className="screen-only inline-flex items-center noscript:hidden">
      <button type="button" className="link min-h-11 cursor-pointer" onClick={copy}>
        {children}
      </button>
      <span role="status" className="text-caption text-quiet not-empty:ml-3">
        {said}
      </span>
    </span>
  );
}
