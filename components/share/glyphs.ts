/*
 * What a font can draw. The renderer asks the internet for a font, or for a picture of an emoji, as soon as a text has a
 * character that its fonts lack; so a text is brought down to the characters that they have before it is handed over.
 */

/** Whether there is a glyph for a code point. */
export type HasGlyph = (codePoint: number) => boolean;

/**
 * The code points that a TrueType font has glyphs for, those beyond U+FFFF left out.
 *
 * Source: the OpenType specification, "cmap", format 4,
 * https://learn.microsoft.com/typography/opentype/spec/cmap#format-4-segment-mapping-to-delta-values
 */
export function readGlyphs(font: Uint8Array): Set<number> {
  const data = new DataView(font.buffer, font.byteOffset, font.byteLength);
  const found = new Set<number>();
  const tables = Array.from({ length: data.getUint16(4) }, (_, index) => 12 + 16 * index);
  const table = tables.find((at) => data.getUint32(at) === CMAP);
  if (table === undefined) return found;
  const start = data.getUint32(table + 8);
  for (let index = 0; index < data.getUint16(start + 2); index++) {
    const map = start + data.getUint32(start + 8 + 8 * index);
    if (data.getUint16(map) !== 4) continue;
    const segments = data.getUint16(map + 6) / 2;
    for (let segment = 0; segment < segments; segment++) {
      const last = data.getUint16(map + 14 + 2 * segment);
      const first = data.getUint16(map + 16 + 2 * (segments + segment));
      // The last segment ends the list and holds nothing.
      for (let code = first; code <= last && code < 0xffff; code++) found.add(code);
    }
  }
  return found;
}

/** "cmap" as four bytes. */
const CMAP = 0x636d6170;

/** Signs of currencies that have the code in their place where the font lacks them: an amount must not lose its currency. */
const CURRENCIES: Readonly<Record<string, string>> = {
  "₩": "KRW",
  "₫": "VND",
  "₦": "NGN",
  "₡": "CRC",
  "₲": "PYG",
  "₵": "GHS",
  "₸": "KZT",
  "₭": "LAK",
  "₮": "MNT",
  "₼": "AZN",
  "₾": "GEL",
  "৳": "BDT",
  "៛": "KHR",
  "₺": "TRY",
};
const SUPERSCRIPTS = "⁻⁰¹²³⁴⁵⁶⁷⁸⁹";
const PLAIN = "−0123456789";

/** A text with one line, in composed characters, and without those that nobody sees. */
function tidy(text: string): string {
  return text
    .normalize("NFC")
    .replace(/[\p{Cf}\p{Co}\p{Cs}\p{Cn}]/gu, "")
    .replace(/[\u2000-\u200a\u202f\u205f\u3000]/g, "\u00a0")
    .replace(/[\s\p{Cc}]+/gu, (blank) => (blank === "\u00a0" ? blank : " "))
    .trim();
}

/**
 * The first of several texts whose letters and digits a font has, without the other characters that it lacks; "" where
 * there is none.
 *
 * @param texts what to say, the best first: a title, and the name of the model in plain letters
 * @param longest characters that are kept; a longer text ends in "…"
 */
export function drawable(texts: readonly string[], has: HasGlyph, longest = 400): string {
  for (const text of texts) {
    const drawn = withoutLacking(tidy(text), has);
    if (drawn === undefined) continue;
    const characters = [...drawn];
    return characters.length > longest ? `${characters.slice(0, longest).join("").trimEnd()}…` : drawn;
  }
  return "";
}

function withoutLacking(text: string, has: HasGlyph): string | undefined {
  const lacks = (character: string) => !has(character.codePointAt(0)!);
  let known = text;
  if ([...text].some((character) => SUPERSCRIPTS.includes(character) && lacks(character))) {
    known = text.replace(
      /[⁻⁰¹²³⁴-⁹]+/g,
      (power) => `^${[...power].map((each) => PLAIN[SUPERSCRIPTS.indexOf(each)]).join("")}`,
    );
  }
  const kept = [...known].map((character) => {
    if (!lacks(character)) return character;
    if (character in CURRENCIES) return ` ${CURRENCIES[character]} `;
    // A text without its emoji is the same text; one without its letters or digits is another.
    return /[\p{L}\p{N}\p{Sc}]/u.test(character) ? undefined : "";
  });
  if (kept.includes(undefined)) return undefined;
  return kept
    .join("")
    .replace(/ {2,}/g, " ")
    .replace(/ (?=\u00a0)|(?<=\u00a0) /g, "")
    .trim();
}
