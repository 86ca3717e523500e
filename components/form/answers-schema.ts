import { inputSchema } from "@/lib/model/inputs/schema";
import type { Spec } from "@/lib/model/spec";
import { zodResolver } from "@hookform/resolvers/zod";
import { z } from "zod";
import { readAnswers, type Answers } from "./answers";

/** The schema of API and CSV over the text of the fields, as the form asks it. */
export function answersResolver(spec: Spec) {
  const schema = z
    .custom<Answers>()
    .transform((answers) => readAnswers(spec, answers))
    .pipe(inputSchema(spec));
  return zodResolver(schema);
}
