import localFont from "next/font/local";

/** Geist in the two weights of the pages, for English and German: what each page loads first. */
const latin = localFont({
  src: [
    { path: "../node_modules/@fontsource/geist/files/geist-latin-400-normal.woff2", weight: "400" },
    { path: "../node_modules/@fontsource/geist/files/geist-latin-500-normal.woff2", weight: "500" },
  ],
  variable: "--font-geist-latin",
});

/** The whole typeface: loaded when a model's texts have other letters, arrows or mathematical signs. */
const others = localFont({
  src: "../node_modules/geist/dist/fonts/geist-sans/Geist-Variable.woff2",
  variable: "--font-geist-others",
  weight: "100 900",
  preload: false,
  adjustFontFallback: false,
  declarations: [
    {
      prop: "unicode-range",
      value:
        "U+0100-0130, U+0132-0151, U+0154-02BA, U+0400-052F, U+1E00-1EFF, U+2190, U+2192, U+2194-2211, U+2213-22FF",
    },
  ],
});

export const FONTS = `${latin.variable} ${others.variable}`;
