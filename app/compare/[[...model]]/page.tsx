import { seesModels } from "@/components/admin/session";
import { Comparison } from "@/components/compare/comparison";
import { QuestionList } from "@/components/compare/question-list";
import { inquire } from "@/components/compare/inquiry";
import { findQuestions, listedIn, questionIn, whyAlone, type Question } from "@/components/compare/question";
import { COMPARE_WORDS } from "@/components/compare/words";
import { readLocale } from "@/components/language/read-locale";
import { toQuery, typedName, withPlainNumbers } from "@/components/query";
import { writerOf } from "@/lib/model/format";
import { specIn } from "@/lib/model/translate";
import { findModel, listOutlines } from "@/lib/registry/registry";
import type { Listed } from "@/lib/registry/outline";
import type { Metadata } from "next";
import { notFound, redirect } from "next/navigation";

type Props = PageProps<"/compare/[[...model]]">;

/** The same question with its models loaded; undefined where only one of them can be. */
async function load({ models }: Question<Listed>): Promise<Question | undefined> {
  const loaded = await Promise.all(models.map(({ spec }) => findModel(spec.id)));
  const [question] = findQuestions(loaded.filter((model) => model !== undefined));
  return question && questionIn(question, await readLocale());
}

/** `/compare` is about the only question there is; `/compare/{model}` about the one that the model answers. */
async function find({ params }: Props) {
  const [models, locale] = await Promise.all([listOutlines(), readLocale()]);
  const questions = findQuestions(models).map((question) => listedIn(question, locale));
  const [id, ...rest] = (await params).model ?? [];
  if (id === undefined)
    return { questions, question: questions.length === 1 ? await load(questions[0]!) : undefined, path: "/compare" };
  const listed = questions.find(({ models }) => models.some(({ spec }) => spec.id === id));
  const question = listed && (await load(listed));
  const model = models.find(({ spec }) => spec.id === id);
  if (!model || rest.length > 0) notFound();
  const alone = question
    ? undefined
    : { title: specIn(model.spec, locale).title, reasons: whyAlone(locale, model, models) };
  return { questions, question, alone, path: `/compare/${id}` };
}

export async function generateMetadata(props: Props): Promise<Metadata> {
  const { question } = await find(props);
  const locale = await readLocale();
  const words = COMPARE_WORDS[locale];
  if (!question) return { title: words.title, description: words.description };
  const titles = question.models.map(({ spec }) => spec.title).join(words.or);
  const title = words.pageTitle(writerOf(locale).inSentence(question.models[0].spec.target.label));
  const { faults } = inquire(question, toQuery(await props.searchParams));
  return {
    title: faults.length > 0 ? words.faulty(title) : title,
    description: question.models.every(({ evidence }) => evidence) ? words.ofKnown(titles) : words.ofUnknown(titles),
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
