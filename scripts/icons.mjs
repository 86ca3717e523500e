import { readFileSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { chromium } from "@playwright/test";
import { findSystemBrowser } from "./browser.mjs";
import { root } from "./project.mjs";

/**
 * The icons that browsers and telephones want as pixels, and the image beside a link to the first page, from
 * `public/icon.svg`: `node scripts/icons.mjs`. They are kept in `public/`; make them again when the drawing changes.
 */
const folder = join(root, "public");
const icon = readFileSync(join(folder, "icon.svg"), "utf8").replace(/\s*@media[^\n]*/, "");
const PAPER = "#fbfaf6";

const browser = await chromium.launch({ executablePath: findSystemBrowser() });
const page = await browser.newPage({ colorScheme: "light" });

async function draw(width, height, markup, transparent = false) {
  await page.setViewportSize({ width, height });
  await page.setContent(`<style>html, body { margin: 0; ${transparent ? "" : `background: ${PAPER}`} }
    svg { display: block }</style>${markup}`);
  return page.screenshot({ omitBackground: transparent });
}

/** The drawing in the middle of a square, with so much of it left free at each edge. */
const inSquare = (size, free) =>
  `<div style="padding: ${size * free}px; width: ${size * (1 - 2 * free)}px">${icon}</div>`;

/**
 * Several PNGs as one file. Source: https://learn.microsoft.com/previous-versions/ms997538(v=msdn.10)
 *
 * @param images by their width in pixels
 */
function toIco(images) {
  const head = Buffer.alloc(6 + 16 * images.length);
  head.writeUInt16LE(1, 2);
  head.writeUInt16LE(images.length, 4);
  let start = head.length;
  images.forEach(([size, png], index) => {
    const at = 6 + 16 * index;
    head.writeUInt8(size, at);
    head.writeUInt8(size, at + 1);
    head.writeUInt16LE(1, at + 4);
    head.writeUInt16LE(32, at + 6);
    head.writeUInt32LE(png.length, at + 8);
    head.writeUInt32LE(start, at + 12);
    start += png.length;
  });
  return Buffer.concat([head, ...images.map(([, png]) => png)]);
}

/** A range on a line with an estimate in it says in every language what this is. */
const share = `<div style="box-sizing: border-box; width: 1200px; height: 630px; padding: 190px 120px 0; font: 500 104px Geist;
  letter-spacing: -0.045em; color: #171a17">
  <style>@font-face { font-family: Geist; src: url("data:font/ttf;base64,${readFileSync(
    join(root, "node_modules/geist/dist/fonts/geist-sans/Geist-Medium.ttf"),
  ).toString("base64")}") }</style>
  <div style="display: flex; align-items: center; gap: 36px"><div style="width: 116px">${icon}</div>Glasshouse</div>
  <svg width="960" height="60" viewBox="0 0 960 60" style="margin-top: 70px">
    <line x2="960" y1="30" y2="30" stroke="#83867d" stroke-width="2" />
    <line x1="250" x2="600" y1="30" y2="30" stroke="#0f4f3c" stroke-width="11" />
    <circle cx="410" cy="30" r="15" fill="${PAPER}" stroke="#0f4f3c" stroke-width="6" />
  </svg>
</div>`;

const sizes = [16, 32, 48];
const small = [];
for (const size of sizes) small.push([size, await draw(size, size, inSquare(size, 0), true)]);
writeFileSync(join(folder, "favicon.ico"), toIco(small));
// Telephones cut corners off and put no colour behind.
writeFileSync(join(folder, "apple-touch-icon.png"), await draw(180, 180, inSquare(180, 0.16)));
writeFileSync(join(folder, "icon-512.png"), await draw(512, 512, inSquare(512, 0.2)));
writeFileSync(join(folder, "share.png"), await draw(1200, 630, share));
await browser.close();
