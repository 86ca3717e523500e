import { withBase } from "@/lib/base-path";

/**
 * The page of a model that cannot answer now, whole: Next gives its own pages the status 200, 401, 403, 404 or 500, so
 * this one is no page of Next's. It says nothing of the reason, which is for the owner. Its colours are those of
 * globals.css.
 *
 * @param nonce of its policy, for its style
 */
export const unavailablePage = (nonce: string): string => `<!doctype html>
<html lang="en">
<head>
<meta charset="utf-8">
<meta name="viewport" content="width=device-width, initial-scale=1">
<meta name="robots" content="noindex">
<title>Not available now · Glasshouse</title>
<link rel="icon" href="${withBase("/icon.svg")}">
<style nonce="${nonce}">
:root { color-scheme: light dark; font: 450 1.0625rem/1.6 Geist, ui-sans-serif, system-ui, sans-serif }
body { margin: 0 auto; max-width: 46rem; padding: 1.5rem 1.25rem 6rem; text-wrap: pretty;
  background: light-dark(#fbfaf6, #0d1210); color: light-dark(#171a17, #ece9df) }
a { color: inherit; text-underline-offset: 4px; display: inline-block; padding: 0.6rem 0 }
.lead a { display: inline; padding: 0 }
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
<p class="quiet">503</p>
<h1>This model cannot answer now.</h1>
<p class="lead quiet">Its files are being changed, or something is wrong with them. Its owner finds the reason
and the command to run in the <a href="${withBase("/pipeline")}">pipeline</a>. The other models answer.</p>
<p><a href="${withBase("/#all-models")}">See all models</a></p>
</main>
</body>
</html>
`;
