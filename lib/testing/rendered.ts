import type { ReactNode } from "react";
import { renderToStaticMarkup } from "react-dom/server";
import { expect } from "vitest";

/** For tests only: parts of pages as a person reads them. */

/** The markup of a part, which must not show a value that is no number and no word. */
export function renderPart(part: ReactNode): string {
  const markup = renderToStaticMarkup(part);
  // In a call's JSON, an input that is not given is null.
  expect(markup).not.toMatch(/\b(NaN|Infinity|undefined|(?<!&quot;: )null)\b|∞|\[object /);
  return markup;
}

const ENTITIES: Record<string, string> = { "&amp;": "&", "&lt;": "<", "&gt;": ">", "&quot;": '"', "&#x27;": "'" };

/** The text of a part, each element apart from the next, with plain spaces. */
export function textOf(part: ReactNode): string {
  return renderPart(part)
    .replace(/<[^>]*>/g, " ")
    .replace(/&(amp|lt|gt|quot|#x27);/g, (entity) => ENTITIES[entity]!)
    .replace(/\s+/g, " ")
    .replace(/ (?=[.,;:?])/g, "")
    .trim();
}

/** What heads the sections of a part. */
export function headingsOf(part: ReactNode): string[] {
  return [...renderPart(part).matchAll(/<h2[^>]*>(.*?)<\/h2>/g)].map(([, title]) => title!.replace(/<[^>]*>/g, ""));
}
