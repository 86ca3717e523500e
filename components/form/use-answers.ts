import { useReady } from "@/components/use-ready";
import { useFormContext, useWatch } from "react-hook-form";
import type { Answers } from "./answers";

/**
 * What is in the fields, as it changes. This includes what was typed before the script arrived, of which there was no event.
 *
 * @param text what the fields began with
 */
export function useAnswers(text: Answers): Answers {
  const watched = useWatch<Answers>();
  const { getValues } = useFormContext<Answers>();
  return { ...text, ...(useReady() ? getValues() : watched) };
}
