import type { ReactNode } from "react";
import { renderToStaticMarkup } from "react-dom/server";
import { expect } from "vitest";
import { LocaleProvider } from "#locale";
import { renderPart } from "./rendered";

/** For tests only: parts of pages as a German reader sees them. */

/** Words that nearly every English sentence has and no German one. */
const ENGLISH =
  /(?<![\p{L}-])(the|of|and|with|is|are|to|for|from|by|this|that|no|not|or|on|at|it|its|you|your|which|where|when|have|has|open|copy|model file|show|send|last)(?![\p{L}-])/iu;
/** Attributes that a person reads or hears. */
const READ = /\s(?:aria-label|title|placeholder|alt|summary|data-name)="([^"]*)"/g;
/** Elements whose text is no language. */
const CODE = new Set(["code", "pre", "style", "script"]);
const VOID = new Set(["br", "hr", "img", "input", "wbr", "meta", "link", "source", "col"]);
const ENTITIES: Record<string, string> = { "&amp;": "&", "&lt;": "<", "&gt;": ">", "&quot;": '"', "&#x27;": "'" };

/** The texts in markup, those of attributes too, outside of code and of what is marked as English. */
function textsShown(markup: string): string[] {
  const texts: string[] = [];
  // How deep a tag is inside of code, or of what is marked as English.
  let depth = 0;
  for (const [token] of markup.matchAll(/<[^>]*>|[^<]+/g)) {
    const [, closing, name, selfClosing] = /^<(\/?)([\w-]+).*?(\/?)>$/s.exec(token) ?? [];
    if (name === undefined) {
      if (depth === 0) texts.push(token);
    } else if (closing) {
      if (depth > 0) depth--;
    } else {
      const isForeign = CODE.has(name) || /\slang="en"/.test(token);
      if (depth === 0 && !isForeign) texts.push(...[...token.matchAll(READ)].map(([, text]) => text!));
      if ((depth > 0 || isForeign) && !selfClosing && !VOID.has(name)) depth++;
    }
  }
  return texts.map((text) => text.replace(/&(amp|lt|gt|quot|#x27);/g, (entity) => ENTITIES[entity]!));
}

/** Texts without those that somebody else has written: any text in the values `own`. */
function withoutOwn(texts: readonly string[], own: readonly unknown[]): string[] {
  const others = own.flatMap(textsIn).sort((a, b) => b.length - a.length);
  return texts.map((text) => others.reduce((left, each) => left.replaceAll(wholeText(each), " "), text));
}

/**
 * The texts of a part that have an English word, outside of code and of what is marked as English.
 *
 * @param own what the part shows in the language of others, such as the description of a model: any text in these values
 */
export function englishLeft(part: ReactNode, own: readonly unknown[] = []): string[] {
  const texts = textsShown(renderToStaticMarkup(part));
  const rest = withoutOwn(texts, own);
  return texts.filter((_, index) => ENGLISH.test(rest[index]!));
}

/**
 * The sentences of a part in German, without what others have written, which must have no English word.
 *
 * @param own as in `englishLeft`
 */
export function expectGerman(part: ReactNode, own: readonly unknown[]): string {
  const german = <LocaleProvider locale="de">{part}</LocaleProvider>;
  expect(englishLeft(german, own)).toEqual([]);
  return withoutOwn(textsShown(renderPart(german)), own)
    .map((text) => text.trim())
    .filter((text) => text !== "")
    .join(" ");
}

/** A text that is no part of a longer word. */
const wholeText = (text: string) =>
  new RegExp(`(?<![\\p{L}\\d])${text.replace(/[.*+?^${}()|[\]\\]/g, "\\$&")}(?![\\p{L}\\d])`, "gu");

/** All texts in a value that have a word, and the same as they are inside of a sentence. */
function textsIn(value: unknown): string[] {
  if (typeof value === "string")
    return /[a-z]{2}/i.test(value) ? [value, value.charAt(0).toLowerCase() + value.slice(1)] : [];
  return typeof value === "object" && value !== null ? Object.values(value).flatMap(textsIn) : [];
}
