import { GeistSans } from "geist/font/sans";
import type { Metadata, Viewport } from "next";
import Link from "next/link";
import type { ReactNode } from "react";
import { Navigation } from "@/components/navigation";
import { Wordmark } from "@/components/wordmark";
import "./globals.css";
import { withBase } from "@/lib/base-path";

export const metadata: Metadata = {
  title: { default: "Glasshouse", template: "%s · Glasshouse" },
  description: "Regression models that answer with a number, how far off it may be, and why.",
  icons: { icon: withBase("/icon.svg") },
};

export const viewport: Viewport = { colorScheme: "light dark" };

export default function RootLayout({ children }: { children: ReactNode }) {
  return (
    <html lang="en" className={GeistSans.variable}>
      <body className="flex min-h-dvh flex-col font-sans text-base antialiased">
        <a href="#page-content" className="sr-only bg-paper focus:not-sr-only focus:absolute focus:p-4">
          Skip to the content
        </a>
        <header className="sheet flex flex-wrap items-center justify-between gap-x-6 py-3">
          <Link href="/" className="-ml-1 flex min-h-11 items-center gap-2.5 px-1 font-medium tracking-tight">
            <Wordmark />
          </Link>
          <Navigation />
        </header>
        <main id="page-content" className="sheet flex-1 pb-12">
          {children}
        </main>
        <footer className="sheet">
          <p className="border-t border-rule py-6 text-caption text-quiet">
            Glasshouse shows what a regression model answers, how sure it is, and why.{" "}
            <Link href="/import" className="link screen-only">
              Hand over a fitted model
            </Link>
          </p>
        </footer>
      </body>
    </html>
  );
}
