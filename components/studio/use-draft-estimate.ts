import type { PredictionAnswer } from "@/lib/api/resources/predict/schema";
import { useEffect, useState } from "react";
import type { Caller, Failed } from "./api";

type Answered = { answer: PredictionAnswer } | { failed: Failed };

/** Long enough for a number to be typed. */
const PAUSE_MILLISECONDS = 200;

/**
 * What a draft answers, as the values change; the answer before stays until there is another.
 *
 * @param body the inputs as JSON; nothing where they cannot be estimated as they are
 */
export function useDraftEstimate(caller: Caller, path: string, body: string | undefined) {
  const [answered, setAnswered] = useState<Answered & { body: string }>();
  useEffect(() => {
    if (body === undefined) return;
    let isOld = false;
    const timer = setTimeout(() => {
      void caller.call<PredictionAnswer>("POST", path, JSON.parse(body)).then((called) => {
        if (!isOld) setAnswered({ body, ...("value" in called ? { answer: called.value } : { failed: called }) });
      });
    }, PAUSE_MILLISECONDS);
    return () => {
      isOld = true;
      clearTimeout(timer);
    };
  }, [caller, path, body]);
  return { answered, pending: body !== undefined && answered?.body !== body };
}
