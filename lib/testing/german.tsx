import type { ReactNode } from "react";
import { expect } from "vitest";
import { LocaleProvider } from "#locale";
import { renderPart } from "./rendered";

/** For tests only: parts of pages as a German reader sees them. */

/** Words that are English and not German. */
const ENGLISH = /\b(the|of|and|with|is|are|for|from|by|this|that|its|has|have|which|where|when|your|you|or|on|not)\b/i;

/** The markup of a part in German. */
export function renderGerman(part: ReactNode): string {
  return renderPart(<LocaleProvider locale="de">{part}</LocaleProvider>);
}

/**
 * The sentences of a part in German, which must have no English word but in code, in what is marked as English, and in
 * texts that the owner of a model has written.
 *
 * @param own what the owner has written: the texts anywhere in these values
 */
export function expectGerman(part: ReactNode, own: readonly unknown[]): string {
  const texts = own.flatMap(textsIn).sort((a, b) => b.length - a.length);
  const shown = renderGerman(part)
    .replace(/<(code|style|script)\b[^>]*>.*?<\/\1>/gs, " ")
    .replace(/<(\w+)\b[^>]* lang="en"[^>]*>.*?<\/\1>/gs, " ")
    .replace(/ (aria-label|title|placeholder|alt|data-name)="([^"]*)"/g, "> $2 <")
    .replace(/<[^>]*>/g, "\n")
    .replaceAll("&amp;", "&")
    .replaceAll("&quot;", '"')
    .replaceAll("&#x27;", "'");
  const rest = texts.reduce((text, own) => text.replaceAll(wholeText(own), " "), shown);
  const lines = rest.split("\n").map((line) => line.trim());
  expect(lines.filter((line) => ENGLISH.test(line))).toEqual([]);
  return lines.filter((line) => line !== "").join(" ");
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
