import { answerLanguage } from "@/components/language/answer-language";

/** Keeps the language that a reader has chosen. */
export const POST = answerLanguage;
