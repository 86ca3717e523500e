import type { Check } from "./check";

export const findIgnorance: Check = ({ evidence }) =>
  evidence
    ? null
    : {
        title: "Its accuracy is not known",
        detail: "no rows with known outcomes came with this model",
        meaning: "estimates have no range, and nothing here says how far off they are",
        p: null,
        evidence: {},
      };
