import { originOf } from "@/components/calls/origin";
import { readKeyUse } from "@/components/calls/read-key-use";
import { ReferencePage } from "@/components/docs/reference-page";
import { DOCS_WORDS } from "@/components/docs/words";
import { readLocale } from "@/components/language/read-locale";
import { pageToken } from "@/components/page-token";
import { catalogue } from "@/lib/api/catalogue";
import { writtenDocument } from "@/lib/api/openapi/written-document";
import { modelIn } from "@/lib/model/translate";
import { listModels } from "@/lib/registry/registry";
import type { Metadata } from "next";
import { headers } from "next/headers";

export async function generateMetadata(): Promise<Metadata> {
  const { title, description } = DOCS_WORDS[await readLocale()];
  return { title, description };
}

export default async function DocsPage() {
  const models = await listModels();
  const { document } = writtenDocument(catalogue, models);
  const locale = await readLocale();
  const named = models.map((model) => modelIn(model, locale));
  const page = { origin: originOf(await headers()), token: await pageToken() };
  return <ReferencePage models={named} document={document} {...page} keys={await readKeyUse()} />;
}
