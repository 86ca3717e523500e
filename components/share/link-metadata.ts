import { originOf } from "@/components/calls/origin";
import { readLocale } from "@/components/language/read-locale";
import { imagePath } from "@/components/query";
import { SITE_WORDS } from "@/components/site-words";
import { withBase } from "@/lib/base-path";
import type { Locale } from "@/lib/language/locale";
import type { Spec } from "@/lib/model/spec";
import { PATH_HEADER } from "@/lib/service/page-view";
import type { Metadata } from "next";
import { headers } from "next/headers";
import { plainPath, wholeAddress } from "./addresses";
import { SHARE_WORDS } from "./words";

/*
 * What a page says of itself to search engines and chats. Title and description of a preview are those of the page, which
 * Next puts in where nothing else is said.
 */

const SIZE = { width: 1200, height: 630 };
/** As Open Graph names languages: with a country. */
const LOCALES: Record<Locale, string> = { en: "en_US", de: "de_DE" };

/** Of every page that says nothing else: its address without the query, and the image of the site. */
export async function siteMetadata(): Promise<Metadata> {
  const locale = await readLocale();
  const words = SHARE_WORDS[locale];
  return {
    title: { default: "Glasshouse", template: "%s · Glasshouse" },
    description: SITE_WORDS[locale].description,
    icons: {
      icon: [
        { url: withBase("/favicon.ico"), sizes: "32x32" },
        { url: withBase("/icon.svg"), type: "image/svg+xml" },
      ],
      apple: withBase("/apple-touch-icon.png"),
    },
    manifest: withBase("/manifest.webmanifest"),
    ...(await describeLink(locale, await ownPath(), { path: "/share.png", alt: words.altOfSite })),
  };
}

/**
 * Of a page about a model, or of a result.
 *
 * @param path of the page, with what makes it another page: see `estimatePath`
 * @param about what has an image: `path` is the model's or the result's
 */
export async function linkMetadata(
  path: string,
  about: { spec: Spec; path: string; headline?: string },
): Promise<Metadata> {
  const locale = await readLocale();
  const words = SHARE_WORDS[locale];
  const { spec, headline } = about;
  const alt = headline === undefined ? words.altOfModel(spec.title) : words.altOfResult(headline, spec.title);
  return describeLink(locale, path, { path: imagePath(spec, about.path, locale), alt });
}

async function ownPath(): Promise<string> {
  return plainPath((await headers()).get(PATH_HEADER) ?? "/");
}

/**
 * Nothing where the host is not known: a preview needs whole addresses. Those of a result are long, so that each is
 * written once: the canonical address stands for `og:url`, and the image of Open Graph for that of X.
 */
async function describeLink(locale: Locale, path: string, image: { path: string; alt: string }): Promise<Metadata> {
  const origin = originOf(await headers());
  const [url, imageUrl] = [wholeAddress(origin, path), wholeAddress(origin, image.path)];
  if (url === undefined || imageUrl === undefined) return {};
  return {
    alternates: { canonical: url },
    openGraph: {
      type: "website",
      siteName: "Glasshouse",
      locale: LOCALES[locale],
      images: [{ url: imageUrl, alt: image.alt, type: "image/png", ...SIZE }],
    },
    // X takes the image of Open Graph; an empty list keeps Next from writing it twice.
    twitter: { card: "summary_large_image", images: [] },
  };
}
