import { seesModels } from "@/components/admin/session";
import { Comparison } from "@/components/compare/comparison";
import { QuestionList } from "@/components/compare/question-list";
import { inquire } from "@/components/compare/inquiry";
import { findQuestions, whyAlone, type Question } from "@/components/compare/question";
import { toQuery, typedName, withPlainNumbers } from "@/components/query";
import { inSentence } from "@/lib/model/format";
import { findModel, listOutlines } from "@/lib/registry/registry";
import type { Listed } from "@/lib/registry/outline";
import type { Metadata } from "next";
import { notFound, redirect } from "next/navigation";

type Props = PageProps<"/compare/[[...model]]">;

/** The same question with its models, which have to be loaded; nothing where only one of them can be. */
async function load({ models }: Question<Listed>): Promise<Question | undefined> {
  const loaded = await Promise.all(models.map(({ spec }) => findModel(spec.id)));
  return findQuestions(loaded.filter((model) => model !== undefined))[0];
}

/** `/compare` is about the only question there is; `/compare/{model}` about the one that the model answers. */
async function find({ params }: Props) {
  const models = await listOutlines();
  const questions = findQuestions(models);
  const [id, ...rest] = (await params).model ?? [];
  if (id === undefined)
    return { questions, question: questions.length === 1 ? await load(questions[0]!) : undefined, path: "/compare" };
  const listed = questions.find(({ models }) => models.some(({ spec }) => spec.id === id));
  const question = listed && (await load(listed));
  const model = models.find(({ spec }) => spec.id === id);
  if (!model || rest.length > 0) notFound();
  const alone = question ? undefined : { title: model.spec.title, reasons: whyAlone(model, models) };
  return { questions, question, alone, path: `/compare/${id}` };
}

export async function generateMetadata(props: Props): Promise<Metadata> {
  const { question } = await find(props);
  if (!question) return { title: "Compare", description: "Models that answer the same question, side by side." };
  const titles = question.models.map(({ spec }) => spec.title).join(" or ");
  const { faults } = inquire(question, toQuery(await props.searchParams));
  return {
    title: `${faults.length > 0 ? "Error: " : ""}Compare: ${inSentence(question.models[0].spec.target.label)}`,
    description: question.models.every(({ evidence }) => evidence)
      ? `${titles}: which one to trust more, by how much, and why.`
      : `${titles}: what each estimates, and what is known of its accuracy.`,
  };
}

export default async function ComparePage(props: Props) {
  const { questions, question, alone, path } = await find(props);
  if (!question) return <QuestionList questions={questions} alone={alone} />;
  const query = toQuery(await props.searchParams);
  const inquiry = inquire(question, query);
  const plain = query.has(typedName(question)) && withPlainNumbers(question, query, inquiry.inputs);
  if (plain && inquiry.answers.length > 0) redirect(`${path}?${plain}`);
  return <Comparison question={question} inquiry={inquiry} path={path} shown={await seesModels()} />;
}
