import { originOf } from "@/components/calls/origin";
import { readQuestion } from "@/components/calls/question";
import { Calls } from "@/components/calls/calls";
import { pageToken } from "@/components/page-token";
import { toQuery } from "@/components/query";
import { readExports } from "@/components/calls/read-exports";
import { findModel } from "@/lib/registry/registry";
import type { Metadata } from "next";
import { headers } from "next/headers";
import { notFound } from "next/navigation";

type Props = PageProps<"/models/[model]/api">;

export async function generateMetadata({ params }: Props): Promise<Metadata> {
  const { spec } = (await findModel((await params).model)) ?? notFound();
  return {
    title: `Use it from code: ${spec.title}`,
    description: `${spec.title} from curl, JavaScript, TypeScript, Python and R, with the real answer.`,
  };
}

export default async function CallsPage({ params, searchParams }: Props) {
  const model = (await findModel((await params).model)) ?? notFound();
  const query = toQuery(await searchParams);
  const question = readQuestion(model, query);
  const page = { origin: originOf(await headers()), token: await pageToken(), takeAway: await readExports() };
  return <Calls model={model} query={query} question={question} {...page} />;
}
