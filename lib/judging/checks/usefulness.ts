import { rowNames } from "../../model/row-names";
import { formatQuantity, inSentence } from "../../model/format";
import type { Check } from "./check";

export const findUselessness: Check = ({ evidence, spec }) =>
  !evidence || evidence.accuracy.predictiveR2 > 0
    ? null
    : {
        title: "It does no better than guessing",
        detail: `on ${rowNames(evidence).unseen} its predictive R² is ${formatQuantity(evidence.accuracy.predictiveR2, undefined, 0.001)}, where 0 is what always saying the mean achieves`,
        meaning: `the mean ${inSentence(spec.target.label)} would be at least as good an estimate in every case`,
        p: null,
        evidence: { predictiveR2: evidence.accuracy.predictiveR2 },
      };
