/** Nothing is reported to Next's makers unless somebody asks for it. */
process.env.NEXT_TELEMETRY_DISABLED ??= "1";

/** @type {import("next").NextConfig} */
const config = {
  output: "standalone",
  outputFileTracingRoot: import.meta.dirname,
  /** No page needs an image resized: without the means for it the build is half the size. */
  images: { unoptimized: true },
  outputFileTracingExcludes: { "*": ["node_modules/sharp/**", "node_modules/@img/**"] },
  /** Models are read at run time from `model/`, which tracing cannot see. */
  outputFileTracingIncludes: { "/*": ["model/**/model.json", "model/**/artifact.json"] },
  /** Minification folds constants and so rounds otherwise: both doors must give the same digits. */
  experimental: { serverMinification: false },
  poweredByHeader: false,
  reactStrictMode: true,
  /** `npm run types` checks them, in `npm run check` and `npm test`. */
  typescript: { ignoreBuildErrors: true },
};

export default config;
