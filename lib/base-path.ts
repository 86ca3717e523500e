/** Replaced in production builds, by next.config.js and scripts/bundle.mjs; nothing in tests and in scripts. */
declare const GLASSHOUSE_BASE_PATH: string | undefined;

/** The path under which everything is, "/glasshouse", or "" where it is the root of a host: `BASE_PATH` of the build. */
export const basePath = typeof GLASSHOUSE_BASE_PATH === "string" ? GLASSHOUSE_BASE_PATH : "";

/**
 * An address of ours as browsers and programs reach it: "/docs#Estimate" is "/glasshouse/docs#Estimate". Next's `Link`,
 * `Form` and router do the same themselves; a plain link, a form, a fetch and a redirect do not. What is no path, such
 * as the whole address that a proxy is sent, stays as it is.
 */
export function withBase(path: string, base = basePath): string {
  if (base === "" || !path.startsWith("/")) return path;
  return base + (/^\/(?=[?#]|$)/.test(path) ? path.slice(1) : path);
}

/** The address without the prefix, as routes know it; one that came without it, from a proxy or a probe, as it is. */
export function withoutBase(url: string, base = basePath): string {
  if (base === "" || !url.startsWith(base)) return url;
  const rest = url.slice(base.length);
  if (rest.startsWith("/")) return rest;
  return rest === "" || rest.startsWith("?") ? `/${rest}` : url;
}
