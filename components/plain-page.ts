import { withBase } from "@/lib/base-path";
import type { Locale } from "@/lib/language/locale";
import { PLAIN_WORDS } from "./plain-words";

interface PlainPage {
  /** In which the page is written. */
  locale: Locale;
  /** Of the policy of the page, for its style. */
  nonce: string;
  status: number;
  title: string;
  heading: string;
  /** Markup, paragraph by paragraph, which quotes nothing that anybody has sent. */
  paragraphs: string[];
}

/**
 * A page that stands alone, whole: Next gives its own pages the status 200, 401, 403, 404 or 500, and a route handler can
 * answer with none of them. Its colours are those of globals.css.
 */
export const plainPage = ({ locale, nonce, status, title, heading, paragraphs }: PlainPage): string => `<!doctype html>
<html lang="${locale}">
<head>
<meta charset="utf-8">
<meta name="viewport" content="width=device-width, initial-scale=1">
<meta name="robots" content="noindex">
<title>${title} · Glasshouse</title>
<link rel="icon" href="${withBase("/icon.svg")}">
<style nonce="${nonce}">
:root { color-scheme: light dark; font: 450 1.0625rem/1.6 Geist, ui-sans-serif, system-ui, sans-serif }
body { margin: 0 auto; max-width: 46rem; padding: 1.5rem 1.25rem 6rem; text-wrap: pretty;
  background: light-dark(#fbfaf6, #0d1210); color: light-dark(#171a17, #ece9df) }
a { color: inherit; text-underline-offset: 4px; display: inline-block; padding: 0.6rem 0 }
.lead a { display: inline; padding: 0 }
code { font-family: ui-monospace, monospace; font-size: 0.9em }
a:hover { color: light-dark(#0f4f3c, #8fd0b2) }
:focus-visible { outline: 2px solid light-dark(#0f4f3c, #8fd0b2); outline-offset: 3px }
header a { font-weight: 500; text-decoration: none }
main { padding-top: clamp(2.5rem, 8vw, 4rem) }
h1 { font-size: clamp(2.5rem, 1.9rem + 2.8vw, 4.25rem); font-weight: 450; line-height: 1.04; letter-spacing: -0.035em;
  margin: 0; text-wrap: balance }
.quiet { color: light-dark(#5b5f58, #a2a79e) }
.lead { font-size: clamp(1.1875rem, 1.1rem + 0.45vw, 1.4375rem); line-height: 1.45; max-width: 38rem; margin: 1.25rem 0 }
</style>
</head>
<body>
<header><a href="${withBase("/")}">Glasshouse</a></header>
<main>
<p class="quiet">${status}</p>
<h1>${heading}</h1>
${paragraphs.join("\n")}
<p><a href="${withBase("/#all-models")}">${PLAIN_WORDS[locale].allModels}</a></p>
</main>
</body>
</html>
`;

const HEADERS = { "Content-Type": "text/html; charset=utf-8", "Cache-Control": "no-store" };

/** The answer that a plain page is. */
export function answerPlainPage(page: PlainPage, headers: Record<string, string> = {}): Response {
  return new Response(plainPage(page), { status: page.status, headers: { ...headers, ...HEADERS } });
}
