import { withoutBase } from "@/lib/base-path";

/** Stands for the host of this site, whatever that is. */
const HERE = "http://localhost";

/**
 * The page to go back to after a form, as a path of this site with its query; the first page where it is not known.
 *
 * @param to the path that the form has sent, without the path that everything is under
 * @param referer the header, for a form that does not say
 */
export function wayBack(to: string | null, referer: string | null): string {
  return ownPath(to) ?? ownPath(pathOf(referer)) ?? "/";
}

function pathOf(referer: string | null): string | null {
  if (referer === null || !URL.canParse(referer)) return null;
  const { pathname, search } = new URL(referer);
  return withoutBase(pathname) + search;
}

/** The path as a browser reads it, which takes a backslash for a slash and leaves out tabs: none that leads elsewhere. */
function ownPath(path: string | null): string | undefined {
  if (!path?.startsWith("/") || !URL.canParse(path, HERE)) return undefined;
  const { origin, pathname, search } = new URL(path, HERE);
  return origin === HERE && !pathname.startsWith("//") ? pathname + search : undefined;
}
