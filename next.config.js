import { basePath, constants } from "./scripts/base-path.mjs";

/** Nothing is reported to Next's makers unless somebody asks for it. */
process.env.NEXT_TELEMETRY_DISABLED ??= "1";

/** SQLite with what it loads: the binary's package is named after the platform. */
const native = ["libsql", "@libsql", "@neon-rs", "detect-libc"];

/** What draws the images beside links, with the fonts of the pages: a thread of server.ts loads it, which tracing cannot see. */
const renderer = ["next/og.js", "next/dist/server/og/*", "next/dist/compiled/@vercel/og/**/*"]
  .concat(["Regular", "Medium"].map((weight) => `geist/dist/fonts/geist-sans/Geist-${weight}.ttf`))
  .map((path) => `node_modules/${path}`);

/** @type {import("next").NextConfig} */
const config = {
  /** Vercel makes functions of the build by itself. */
  output: process.env.VERCEL ? undefined : "standalone",
  basePath,
  compiler: { define: constants },
  outputFileTracingRoot: import.meta.dirname,
  /** No page needs an image resized: without the means for it the build is half the size. */
  images: { unoptimized: true },
  outputFileTracingExcludes: { "*": ["node_modules/sharp/**", "node_modules/@img/**"] },
  /** Models are read at run time from `model/`, which tracing cannot see. */
  outputFileTracingIncludes: {
    "/*": [
      "model/**/model.json",
      "model/**/artifact.json",
      ...native.map((name) => `node_modules/${name}/**/*`),
      ...renderer,
    ],
  },
  /** Their binary is found at run time, which bundling would prevent; server.ts uses the same copy. */
  serverExternalPackages: ["libsql", "pg"],
  /** Minification folds constants and so rounds otherwise: both doors must give the same digits. */
  experimental: { serverMinification: false },
  /** Title, icons and previews are in the head of every page: a browser that sees no icon there asks the root of the host. */
  htmlLimitedBots: /.*/,
  turbopack: { resolveAlias: { "@stdlib/assert-has-generator-support": "./lib/math/has-generators.cjs" } },
  poweredByHeader: false,
  reactStrictMode: true,
  /** `npm run types` checks them, in `npm run check` and `npm test`. */
  typescript: { ignoreBuildErrors: true },
};

export default config;
