import { mkdirSync } from "node:fs";
import { dirname, join } from "node:path";
import { chromium } from "@playwright/test";
import { findSystemBrowser, installBrowser } from "./browser.mjs";
import { buildIfChanged } from "./build.mjs";
import { root } from "./project.mjs";
import { serve } from "./serve.mjs";

/** The picture in the README: the result page of the production build, as a desktop shows it. */
const path =
  "/models/house-price/estimate?area=6000&bedrooms=3&bathrooms=2&stories=2&guest_rooms=no&basement=yes&parking=1";
const file = join(root, ".github/result.png");

const code = (await buildIfChanged()) || (await installBrowser());
if (code !== 0) process.exit(code);
const server = await serve();
const browser = await chromium.launch({ executablePath: findSystemBrowser() });
const page = await browser.newPage({ viewport: { width: 1280, height: 960 } });
await page.goto(`${server.address}${path}`, { waitUntil: "networkidle" });
mkdirSync(dirname(file), { recursive: true });
await page.screenshot({ path: file });
await browser.close();
await server.stop();
