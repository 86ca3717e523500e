import { basePath } from "@/lib/base-path";

/*
 * The address of a page that search engines and chats keep: whole, and the same however somebody came to it.
 */

/**
 * A path of ours as a whole address, "https://example.com/docs".
 *
 * @param origin as `originOf` gives it: with the path of the build
 * @returns nothing where the host is not known
 */
export function wholeAddress(origin: string, path: string): string | undefined {
  if (!/^https?:\/\//.test(origin)) return undefined;
  // The first page of a build under a path is at that path, without a slash.
  return origin + (path === "/" && basePath !== "" ? "" : path);
}

/**
 * The path of a page without what does not make it another page: its query, and a slash at the end.
 *
 * @param path as the request has it
 */
export function plainPath(path: string): string {
  const [page = ""] = path.split(/[?#]/);
  return page.replace(/\/+$/, "") || "/";
}
