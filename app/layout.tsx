import type { Viewport } from "next";
import Link from "next/link";
import { connection } from "next/server";
import type { ReactNode } from "react";
import { pageRole } from "@/components/admin/session";
import { FONTS } from "@/components/fonts";
import { LanguageSwitch } from "@/components/language/language-switch";
import { readLocale } from "@/components/language/read-locale";
import { PAGE_CONTENT } from "@/components/navigation/anchors";
import { FooterNavigation } from "@/components/navigation/footer-navigation";
import { LoadingLine } from "@/components/navigation/loading-line";
import { MainNavigation } from "@/components/navigation/main-navigation";
import { OwnerMenu } from "@/components/navigation/owner-menu";
import { SkipLink } from "@/components/navigation/skip-link";
import { pageToken } from "@/components/page-token";
import { siteMetadata } from "@/components/share/link-metadata";
import { SITE_WORDS } from "@/components/site-words";
import { Wordmark } from "@/components/wordmark";
import "./globals.css";
import { LocaleProvider } from "#locale";
import { canLogIn } from "@/lib/service/admin-session";

export const generateMetadata = siteMetadata;

export const viewport: Viewport = {
  colorScheme: "light dark",
  themeColor: [
    { media: "(prefers-color-scheme: light)", color: "#fbfaf6" },
    { media: "(prefers-color-scheme: dark)", color: "#0d1210" },
  ],
};

export default async function RootLayout({ children }: { children: ReactNode }) {
  await connection();
  // A store that is away fails the pages that need it, not the header of the page that says so.
  const role = await pageRole().catch(() => undefined);
  const locale = await readLocale();
  const words = SITE_WORDS[locale];
  return (
    <html lang={locale} className={FONTS}>
      <body className="flex min-h-dvh flex-col font-sans text-base antialiased">
        <LocaleProvider locale={locale}>
          <LoadingLine />
          <SkipLink>{words.skip}</SkipLink>
          <header className="sheet flex flex-wrap items-center justify-between gap-x-3 py-1 sm:gap-x-6 sm:py-3">
            <Link href="/" className="-ml-1 flex min-h-11 items-center gap-2.5 px-1 font-medium tracking-tight">
              <Wordmark />
            </Link>
            <MainNavigation />
            {role && <OwnerMenu role={role} token={await pageToken()} />}
          </header>
          <main id={PAGE_CONTENT} className="sheet flex-1 pb-12">
            {children}
          </main>
          <footer className="sheet">
            <div className="flex flex-wrap items-center justify-between gap-x-10 border-t border-rule py-4 text-caption text-quiet">
              <p className="py-2">{words.footer}</p>
              <FooterNavigation hasLogin={role === undefined && canLogIn()} />
              <LanguageSwitch />
            </div>
          </footer>
        </LocaleProvider>
      </body>
    </html>
  );
}
