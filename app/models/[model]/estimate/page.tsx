import { seesModels, specToSend } from "@/components/admin/session";
import { originOf } from "@/components/calls/origin";
import { readKeyUse } from "@/components/calls/read-key-use";
import { startForm } from "@/components/form/start-form";
import { FaultyForm } from "@/components/form/faulty-form";
import { readLocale } from "@/components/language/read-locale";
import { Questionnaire } from "@/components/questionnaire";
import { answerQuery } from "@/components/result/answer";
import { stepOf } from "@/components/result/level";
import { RefusalReport } from "@/components/result/refusal-report";
import { Report } from "@/components/result/report";
import { REPORT_WORDS } from "@/components/result/words";
import { OutcomeSection } from "@/components/outcome/outcome-section";
import { readKeptOutcome, OUTCOME_COOKIE } from "@/components/outcome/kept-outcome";
import { pageToken } from "@/components/page-token";
import { estimatePath, toQuery, withPlainNumbers } from "@/components/query";
import { rangeOrReason } from "@/components/range-words";
import { linkMetadata } from "@/components/share/link-metadata";
import { SHARE_WORDS } from "@/components/share/words";
import { asSentence } from "@/components/words";
import { writerOf } from "@/lib/model/format";
import { rememberPage } from "@/lib/service/score";
import { receiptKey } from "@/lib/service/signing-key";
import type { Metadata } from "next";
import { cookies, headers } from "next/headers";
import { notFound, redirect } from "next/navigation";

type Props = PageProps<"/models/[model]/estimate">;

/** The model that the address names, in the language of the reader, and its answer to the rest of the address. */
async function answer({ params, searchParams }: Props) {
  const query = toQuery(await searchParams);
  return (await answerQuery((await params).model, query.toString(), await readLocale())) ?? notFound();
}

export async function generateMetadata(props: Props): Promise<Metadata> {
  const { model, inputs, prediction, range } = await answer(props);
  const { spec } = model;
  const { title, target } = spec;
  const locale = await readLocale();
  const words = REPORT_WORDS[locale];
  const form = `/models/${spec.id}`;
  if (!prediction) return { title: words.error(title), ...(await linkMetadata(form, { spec, path: form })) };
  const path = estimatePath(spec, inputs, range.level);
  const link = (headline: string) => linkMetadata(path, { spec, path, headline });
  if (prediction.refusal) {
    return {
      title: words.noEstimate(title),
      description: asSentence(prediction.refusal.detail),
      ...(await link(SHARE_WORDS[locale].noEstimate)),
    };
  }
  const step = stepOf(model, inputs, prediction);
  const headline = writerOf(locale).quantity(prediction.estimate, target.unit, step);
  return {
    title: `${headline} · ${title}`,
    description: rangeOrReason(spec, prediction, step),
    ...(await link(headline)),
  };
}

export default async function EstimatePage(props: Props) {
  const { model, inputs, prediction, range, faults } = await answer(props);
  if (faults) {
    return (
      <Questionnaire model={model}>
        <FaultyForm spec={await specToSend(model.spec)} faults={faults} start={startForm(model)} />
      </Questionnaire>
    );
  }
  const plain = withPlainNumbers(model.spec, toQuery(await props.searchParams), inputs);
  if (plain) redirect(`/models/${model.spec.id}/estimate?${plain}`);
  const [sent, sentCookies, key] = await Promise.all([headers(), cookies(), receiptKey()]);
  const kept = readKeptOutcome(sentCookies.get(OUTCOME_COOKIE.name)?.value, key, {
    spec: model.spec,
    inputs,
    level: range.level,
  });
  // Coming back from the form about an outcome is not another estimate: the receipt is still the first one's.
  const receipt = kept?.receipt ?? rememberPage(model, inputs, prediction, sent, { key });
  if (prediction.refusal) {
    return <RefusalReport model={model} inputs={inputs} refused={prediction} level={range.level} />;
  }
  const token = await pageToken();
  const page = { origin: originOf(sent), token, shown: await seesModels(), keyed: (await readKeyUse()).needed };
  return (
    <Report model={model} inputs={inputs} prediction={prediction} unread={range.unread} {...page}>
      {receipt && (
        <OutcomeSection
          spec={model.spec}
          prediction={prediction}
          step={stepOf(model, inputs, prediction)}
          receipt={receipt}
          kept={kept}
          token={token}
        />
      )}
    </Report>
  );
}
