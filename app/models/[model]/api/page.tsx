import { originOf } from "@/components/calls/origin";
import { readQuestion } from "@/components/calls/question";
import { Calls } from "@/components/calls/calls";
import { CALLS_WORDS } from "@/components/calls/words";
import { readLocale } from "@/components/language/read-locale";
import { readModel } from "@/components/language/read-model";
import { pageToken } from "@/components/page-token";
import { toQuery } from "@/components/query";
import { readExports } from "@/components/calls/read-exports";
import { readKeyUse } from "@/components/calls/read-key-use";
import type { Metadata } from "next";
import { headers } from "next/headers";
import { notFound } from "next/navigation";

type Props = PageProps<"/models/[model]/api">;

export async function generateMetadata({ params }: Props): Promise<Metadata> {
  const { spec } = (await readModel((await params).model)) ?? notFound();
  const words = CALLS_WORDS[await readLocale()];
  return { title: words.titleOf(spec.title), description: words.description(spec.title) };
}

export default async function CallsPage({ params, searchParams }: Props) {
  const model = (await readModel((await params).model)) ?? notFound();
  const query = toQuery(await searchParams);
  const question = readQuestion(model, query);
  const page = { origin: originOf(await headers()), token: await pageToken() };
  const access = { exports: await readExports(), keys: await readKeyUse() };
  return <Calls model={model} query={query} question={question} {...page} {...access} />;
}
