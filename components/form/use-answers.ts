import { useReady } from "@/components/use-ready";
import { useFormContext, useWatch } from "react-hook-form";
import type { Answers } from "./answers";

/**
 * What stands in the fields, as it changes: what was typed before the script arrived, too, which nothing has announced.
 *
 * @param text what they began with
 */
export function useAnswers(text: Answers): Answers {
  const watched = useWatch<Answers>();
  const { getValues } = useFormContext<Answers>();
  return { ...text, ...(useReady() ? getValues() : watched) };
}
