import type { Metadata } from "next";
import Link from "next/link";
import { readLocale } from "@/components/language/read-locale";
import { useWords } from "@/components/language/use-words";
import { SITE_WORDS } from "@/components/site-words";

export async function generateMetadata(): Promise<Metadata> {
  return { title: SITE_WORDS[await readLocale()].notFound.title, alternates: { canonical: null } };
}

export default function NotFound() {
  const { notFound, allModels } = useWords(SITE_WORDS);
  return (
    <div className="spread pt-10 lg:pt-16">
      <p className="text-small text-quiet lg:pt-3">404</p>
      <div className="max-w-[46rem]">
        <h1 className="text-title tracking-[-0.035em]">{notFound.heading}</h1>
        <p className="mt-5 max-w-[38rem] text-lead text-quiet">{notFound.text}</p>
        <div className="mt-10 flex flex-wrap items-center gap-x-8 gap-y-4">
          <Link href="/#all-models" className="button">
            {allModels}
          </Link>
          <Link href="/" className="link inline-flex min-h-11 items-center">
            {notFound.home}
          </Link>
        </div>
      </div>
    </div>
  );
}
