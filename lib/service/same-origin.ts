/**
 * Whether a form was sent from one of our own pages. Browsers say where a request comes from, in a header that no page
 * can set: `Sec-Fetch-Site`, and in those older than 2023 `Origin`. What says neither is refused. Together with a cookie
 * that is SameSite=Strict, which another site's form does not even carry, a token in each form would add nothing.
 *
 * Source: https://developer.mozilla.org/en-US/docs/Web/HTTP/Reference/Headers/Sec-Fetch-Site
 */
export function isSameOrigin(headers: Headers): boolean {
  const site = headers.get("sec-fetch-site");
  if (site !== null) return site === "same-origin";
  const origin = headers.get("origin") ?? "";
  if (!URL.canParse(origin)) return false;
  // A form can set no header, so whoever stands in front has set the forwarded one.
  return [headers.get("host"), headers.get("x-forwarded-host")].includes(new URL(origin).host);
}
