import { readLocale } from "@/components/language/read-locale";
import { savedModelOf } from "@/components/saved/saved-model";
import { SavedPage } from "@/components/saved/saved-page";
import { SAVED_WORDS } from "@/components/saved/words";
import { listOutlines } from "@/lib/registry/registry";
import type { Metadata } from "next";

export async function generateMetadata(): Promise<Metadata> {
  const { title, description } = SAVED_WORDS[await readLocale()];
  return { title, description };
}

export default async function SavedRoute() {
  const locale = await readLocale();
  const models = await listOutlines();
  return <SavedPage models={models.map((model) => savedModelOf(model, locale))} />;
}
