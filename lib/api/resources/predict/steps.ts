import type { KeyObject } from "node:crypto";
import { isLocale } from "../../../language/locale";
import { PAGE_LANGUAGE_HEADER } from "../../../language/page-language";
import { DEFAULT_LEVEL } from "../../../model/answer/level";
import type { Prediction } from "../../../model/answer/predict";
import { readInputs, type Read } from "../../../model/inputs/read-inputs";
import type { Model } from "../../../model/model";
import { modelIn } from "../../../model/translate";
import { score } from "../../../service/score";
import { knownReceiptKey, receiptKey } from "../../../service/signing-key";
import { invalidInput, pointAt } from "../../problem/problem";
import type { Call } from "../../request/call";
import { findAsked } from "../../request/find-served";
import { readJsonBody } from "../../request/read-json";
import { readLevel } from "../../request/read-level";
import { readTime } from "../../request/simulated-time";
import { goOn } from "../../../service/soon";
import type { Step } from "../../request/steps";

/** A prediction on its way: what each step finds for those after it. */
export class PredictWork {
  model!: Model;
  at!: number;
  sent: unknown;
  level = DEFAULT_LEVEL;
  read!: Read;
  key: KeyObject | undefined;

  /** @param id the model's, from the address */
  constructor(
    readonly id: string,
    readonly call: Call,
  ) {}

  /** Predict, once every step has been taken. */
  predict(): { prediction: Prediction; receipt: string | undefined } {
    const { model, read, level, key, at } = this;
    return score(model, read, { level, key, at });
  }
}

type PredictStep = Step<PredictWork>;

const findModel: PredictStep = (work) =>
  goOn(findAsked(work.id, work.call), (served) => {
    if ("problem" in served) return served.problem;
    const language = work.call.header(PAGE_LANGUAGE_HEADER);
    work.model = isLocale(language) ? modelIn(served.model, language) : served.model;
    return undefined;
  });

const readItsTime: PredictStep = (work) => {
  const time = readTime(work.call.header);
  if ("problem" in time) return time.problem;
  work.at = time.at;
  return undefined;
};

const readBody: PredictStep = (work) =>
  goOn(work.call.body(), (body) => {
    const read = "status" in body ? { problem: body } : readJsonBody(body, work.call.header);
    if ("problem" in read) return read.problem;
    work.sent = read.value;
    return undefined;
  });

const readQuestion: PredictStep = (work) => {
  const { level, errors } = readLevel(work.call.url, work.model);
  const read = readInputs(work.model, work.sent);
  if ("faults" in read) return invalidInput([...errors, ...pointAt(read.faults)]);
  if (errors.length > 0) return invalidInput(errors);
  work.level = level;
  work.read = read;
  return undefined;
};

const findReceiptKey: PredictStep = (work) =>
  goOn(knownReceiptKey() ?? receiptKey(), (key) => {
    work.key = key;
    return undefined;
  });

/** The steps from a call to its prediction, which the app takes and so does the shorter way in front of it. */
export const predictSteps: PredictStep[] = [findModel, readItsTime, readBody, readQuestion, findReceiptKey];
