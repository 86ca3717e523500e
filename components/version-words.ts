import { catalogue, localeOf } from "@/lib/language/locale";
import { writerOf } from "@/lib/model/format";
import type { Model } from "@/lib/model/model";

const VERSION_WORDS = catalogue({
  en: {
    version: (title: string, version: string) => `${title}, version ${version}.`,
    published: (title: string, version: string, day: string) => `${title}, version ${version}, published on ${day}.`,
  },
  de: {
    version: (title, version) => `${title}, Version ${version}.`,
    published: (title, version, day) => `${title}, Version ${version}, veröffentlicht am ${day}.`,
  },
});

/** "House price, version 0123456789ab, published on 26 Nov 2026." A folder does not say when it was published. */
export function versionInWords({
  spec,
  version,
  publishedAt,
}: Pick<Model, "spec" | "version" | "publishedAt">): string {
  const locale = localeOf(spec);
  const words = VERSION_WORDS[locale];
  if (publishedAt === undefined) return words.version(spec.title, version);
  return words.published(spec.title, version, writerOf(locale).date(publishedAt.slice(0, 10)));
}
