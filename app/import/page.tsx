import { ImportPage } from "@/components/import/import-page";
import { PAGE_WORDS } from "@/components/import/page-words";
import { readLocale } from "@/components/language/read-locale";
import type { Metadata } from "next";

export async function generateMetadata(): Promise<Metadata> {
  const { title, description } = PAGE_WORDS[await readLocale()];
  return { title, description };
}

export default function Page() {
  return <ImportPage />;
}
