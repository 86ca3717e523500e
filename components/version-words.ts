import { formatDate } from "@/lib/model/format";
import type { Model } from "@/lib/model/model";

/** "House price, version 0123456789ab, published on 26 Nov 2026." A folder does not say when it was published. */
export function versionInWords({
  spec,
  version,
  publishedAt,
}: Pick<Model, "spec" | "version" | "publishedAt">): string {
  const when = publishedAt === undefined ? "" : `, published on ${formatDate(publishedAt.slice(0, 10))}`;
  return `${spec.title}, version ${version}${when}.`;
}
