import { findQuestions, listedIn, type Question } from "@/components/compare/question";
import { judge } from "@/components/compare/verdict";
import { trustedMost } from "@/components/compare/verdict-in-words";
import { readLocale } from "@/components/language/read-locale";
import type { Locale } from "@/lib/language/locale";
import type { Model } from "@/lib/model/model";
import type { Listed } from "@/lib/registry/outline";
import { specIn } from "@/lib/model/translate";
import { findModel, listOutlines } from "@/lib/registry/registry";
import { cache } from "react";

/** A model in the list of the first page. */
export interface RankedModel<M extends Listed = Listed> {
  model: M;
  /** The models that answer the same question and are clearly less accurate. */
  beats: M[];
}

/** Where more models answer one question, they stay in their order: to judge them, all have to be loaded. */
const MOST_JUDGED = 8;

/** The models in the language of the reader, and the questions that several of them answer. Once for all parts of a page. */
export const readRanked = cache(async (): Promise<Ranked> => {
  const [listed, locale] = await Promise.all([listOutlines(), readLocale()]);
  const judged = await Promise.all(
    findQuestions(listed).map(({ models }) => (models.length > MOST_JUDGED ? [] : loadAll(models))),
  );
  return rankIn(locale, listed, judged.flat());
});

async function loadAll(models: Listed[]): Promise<Model[]> {
  const loaded = await Promise.all(models.map(({ spec }) => findModel(spec.id)));
  return loaded.filter((model) => model !== undefined);
}

interface Ranked {
  ranked: RankedModel[];
  questions: Question<Listed>[];
}

/**
 * Models and their questions in a language. Questions and units are texts too, so models are grouped before they are
 * translated.
 *
 * @param loaded the models among them that can be judged
 */
export function rankIn(locale: Locale, listed: readonly Listed[], loaded: readonly Model[]): Ranked {
  const translate = (model: Listed): Listed => ({ ...model, spec: specIn(model.spec, locale) });
  return {
    ranked: rankModels(listed, loaded).map(({ model, beats }) => {
      return { model: translate(model), beats: beats.map(translate) };
    }),
    questions: findQuestions(listed).map((question) => listedIn(question, locale)),
  };
}

/**
 * The models in the order of a list: where several answer one question, the most accurate first, at the place of the first
 * of them, and those whose accuracy is not known last.
 *
 * @param loaded the models among them that can be judged
 */
export function rankModels(listed: readonly Listed[], loaded: readonly Model[]): RankedModel[] {
  const groups = findQuestions(loaded).map((question) => {
    const verdict = judge(question);
    const order = [...verdict.ranking.map(({ model }) => model), ...verdict.unknown];
    const best = trustedMost(verdict);
    return order.map((model) => ({ model, beats: model === best ? order.filter((other) => other !== best) : [] }));
  });
  const isOne = (one: Listed) => (other: Listed) => one.spec.id === other.spec.id;
  return listed.flatMap((model): RankedModel[] => {
    const group = groups.find((members) => members.some((member) => isOne(model)(member.model)));
    if (!group) return [{ model, beats: [] }];
    const first = listed.find((other) => group.some((member) => isOne(other)(member.model)));
    return first === model ? group : [];
  });
}
