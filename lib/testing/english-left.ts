import { renderToStaticMarkup } from "react-dom/server";
import type { ReactNode } from "react";

/** For tests only: English that is left in a part of a page which should be German. */

/** Words that nearly every English sentence has and no German one. */
const ENGLISH =
  /(?<![\p{L}-])(the|of|and|with|is|are|to|for|from|by|this|that|no|not|or|on|at|it|its|your|which|where|have|has|open|copy|model file|show|send|last)(?![\p{L}-])/iu;
/** Attributes that a person reads or hears. */
const READ = /\s(?:aria-label|title|placeholder|alt|summary)="([^"]*)"/g;
const VOID = new Set(["br", "hr", "img", "input", "wbr", "meta", "link", "source", "col"]);

/**
 * The texts of a part that have an English word, outside of code and of what is marked as English.
 *
 * @param own what the part shows in the language of others, such as the title of a model
 */
export function englishLeft(part: ReactNode, own: readonly string[] = []): string[] {
  const texts: string[] = [];
  // How deep a tag is inside of code, or of what is marked as English.
  let depth = 0;
  for (const [token] of renderToStaticMarkup(part).matchAll(/<[^>]*>|[^<]+/g)) {
    const [, closing, name, selfClosing] = /^<(\/?)([\w-]+).*?(\/?)>$/s.exec(token) ?? [];
    if (name === undefined) {
      if (depth === 0) texts.push(token);
    } else if (closing) {
      if (depth > 0) depth--;
    } else {
      const isForeign = name === "code" || name === "pre" || /\slang="en"/.test(token);
      if (depth === 0 && !isForeign) texts.push(...[...token.matchAll(READ)].map(([, text]) => text!));
      if ((depth > 0 || isForeign) && !selfClosing && !VOID.has(name)) depth++;
    }
  }
  const known = [...own].sort((a, b) => b.length - a.length);
  return texts.filter((text) => ENGLISH.test(known.reduce((left, each) => left.replaceAll(each, ""), text)));
}
