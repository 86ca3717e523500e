import { localeOf } from "../../language/locale";
import type { Check } from "./check";
import { CHECK_WORDS } from "./words";

export const findIgnorance: Check = ({ evidence, uncertainty, spec }) => {
  if (evidence) return null;
  const { title, detail, meaning } = CHECK_WORDS[localeOf(spec)].noEvidence;
  return { title, detail, meaning: meaning(uncertainty !== null), p: null, evidence: {} };
};
