"use client";

import type { MouseEvent } from "react";
import { MODEL_CONTENT, PAGE_CONTENT } from "./anchors";

/**
 * Past the navigation to the content. Pages of a model have a navigation of their own, which the script skips too; without
 * JavaScript, the link leads to it.
 */
export function SkipLink({ children }: { children: string }) {
  return (
    <a href={`#${PAGE_CONTENT}`} onClick={skip} className="sr-only bg-paper focus:not-sr-only focus:absolute focus:p-4">
      {children}
    </a>
  );
}

function skip(event: Pick<MouseEvent, "preventDefault">) {
  const content = document.getElementById(MODEL_CONTENT);
  if (!content) return;
  event.preventDefault();
  // Only now can it have the focus, so that a click into the text does not take it.
  content.tabIndex = -1;
  content.focus();
  content.addEventListener("blur", () => content.removeAttribute("tabindex"), { once: true });
}
