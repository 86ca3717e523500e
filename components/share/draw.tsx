import { readFile } from "node:fs/promises";
import { join } from "node:path";
import { ImageResponse } from "next/og";
import { readGlyphs, type HasGlyph } from "./glyphs";
import type { Picture } from "./picture";
import { HEIGHT, PictureElement, WIDTH } from "./picture-element";

/** The fonts of the pages as the renderer reads them, below the folder of the build. */
const FOLDER = "node_modules/geist/dist/fonts/geist-sans";
const WEIGHTS = { 400: "Geist-Regular.ttf", 500: "Geist-Medium.ttf" } as const;

interface Fonts {
  fonts: { name: string; data: Buffer; weight: 400 | 500; style: "normal" }[];
  has: HasGlyph;
}
const kept = new Map<string, Promise<Fonts>>();

async function readFonts(root: string): Promise<Fonts> {
  const fonts = await Promise.all(
    ([400, 500] as const).map(async (weight) => {
      const data = withoutKerning(await readFile(/* turbopackIgnore: true */ join(root, FOLDER, WEIGHTS[weight])));
      return { name: "Geist", data, weight, style: "normal" as const };
    }),
  );
  const glyphs = fonts.map(({ data }) => readGlyphs(data));
  return { fonts, has: (code) => glyphs.every((set) => set.has(code)) };
}

/**
 * The renderer measures words letter by letter and draws them with kerning, so that the blank after a word is wider than
 * the others. Without the table of kerning, it draws what it has measured.
 */
function withoutKerning(font: Buffer): Buffer {
  const tables = Array.from({ length: font.readUInt16BE(4) }, (_, index) => 12 + 16 * index);
  const kerning = tables.find((at) => font.toString("latin1", at, at + 4) === "GPOS");
  if (kerning !== undefined) font.write("gone", kerning, "latin1");
  return font;
}

/**
 * A picture as a PNG of 1200 × 630. It takes some 50 ms of computing, and nothing of the network.
 *
 * @param root the folder of the build, where node_modules is
 */
export async function drawPng(picture: Picture, root: string): Promise<Uint8Array<ArrayBuffer>> {
  const reading = kept.get(root) ?? readFonts(root);
  kept.set(root, reading);
  // A folder that could not be read is read again.
  reading.catch(() => kept.delete(root));
  const { fonts, has } = await reading;
  const image = new ImageResponse(PictureElement({ picture, has }) as React.ReactElement, {
    width: WIDTH,
    height: HEIGHT,
    fonts,
  });
  return new Uint8Array(await image.arrayBuffer());
}
