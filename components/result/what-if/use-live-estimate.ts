import type { Ranged } from "@/components/range-words";
import { withBase } from "@/lib/base-path";
import type { Locale } from "@/lib/language/locale";
import { PAGE_LANGUAGE_HEADER } from "@/lib/language/page-language";
import type { Warning } from "@/lib/model/answer/warnings";
import type { PredictionAnswer } from "@/lib/api/resources/predict/schema";
import type { Problem } from "@/lib/api/problem/schema";
import { TOKEN_HEADER } from "@/lib/service/form-token-names";
import { useEffect, useState } from "react";
import { useLocale } from "#locale";
import { LIVE_WORDS } from "./live-words";

/** An estimate with its range, or with the reason for none. */
export interface Shown extends Ranged {
  estimate: number;
  warnings: Warning[];
}

/** The answer of the API to a body: an estimate, or a reason why there is none, with the inputs at fault. */
interface Outcome {
  body: string;
  estimated?: Shown;
  reason?: string;
  faults: Record<string, string>;
}

/** Long enough for a drag to pass over what is between, short enough to feel at once. */
const PAUSE_MILLISECONDS = 90;

/** By input, from pointers such as "#/area"; the names of inputs need no unescaping. */
function toFaults({ errors = [] }: Problem): Record<string, string> {
  return Object.fromEntries(
    errors.flatMap((error) => ("pointer" in error ? [[error.pointer.replace("#/", ""), error.detail]] : [])),
  );
}

/** A question to the API; how it is sent. */
interface Question {
  path: string;
  body: string;
  token: string;
  locale: Locale;
  signal: AbortSignal;
}

async function ask({ path, body, token, locale, signal }: Question): Promise<Outcome> {
  const words = LIVE_WORDS[locale];
  const headers = { "content-type": "application/json", [TOKEN_HEADER]: token, [PAGE_LANGUAGE_HEADER]: locale };
  const response = await fetch(withBase(path), { method: "POST", headers, body, signal });
  if (response.status === 422) {
    const problem: Problem = await response.json();
    return { body, reason: words.fix, faults: toFaults(problem) };
  }
  if (!response.ok) return { body, reason: words.noAnswer, faults: {} };
  const answer: PredictionAnswer = await response.json();
  return answer.estimate === null
    ? { body, reason: words.noEstimate(answer.refusal.detail), faults: {} }
    : { body, estimated: answer, faults: {} };
}

/**
 * The estimate for values as they change. Each change cancels the call before it, so that the last answer is
 * the one that is shown; until it is there, the one before stays.
 *
 * @param values null where they cannot be estimated as they are
 * @param estimated for the original values; null where there is no estimate for them
 */
export function useLiveEstimate<Start extends Shown | null>(
  path: string,
  values: object | null,
  original: object,
  estimated: Start,
  token: string,
) {
  const locale = useLocale();
  const body = JSON.stringify(values);
  const start = JSON.stringify(original);
  const [outcome, setOutcome] = useState<Outcome>({ body: start, faults: {} });
  const [shown, setShown] = useState<Shown | Start>(estimated);

  useEffect(() => {
    if (body === "null") return;
    const controller = new AbortController();
    const { signal } = controller;
    const timer = setTimeout(async () => {
      const answer =
        body === start && estimated
          ? { body, estimated, faults: {} }
          : await ask({ path, body, token, locale, signal }).catch((): Outcome => {
              return { body, reason: LIVE_WORDS[locale].noAnswer, faults: {} };
            });
      if (signal.aborted) return;
      setOutcome(answer);
      if (answer.estimated) setShown(answer.estimated);
    }, PAUSE_MILLISECONDS);
    return () => {
      clearTimeout(timer);
      controller.abort();
    };
  }, [path, body, start, estimated, token, locale]);

  if (body === start && estimated) return { estimated, reason: undefined, faults: {}, pending: false, settled: true };
  if (body === "null") return { estimated: shown, reason: undefined, faults: {}, pending: false, settled: false };
  const pending = outcome.body !== body;
  return {
    estimated: shown,
    reason: outcome.reason,
    faults: outcome.faults,
    pending,
    /** Whether what is shown is the estimate for these values. */
    settled: !pending && outcome.estimated !== undefined,
  };
}
