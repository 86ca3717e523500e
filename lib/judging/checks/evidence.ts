import type { Check } from "./check";

export const findIgnorance: Check = ({ evidence, uncertainty }) =>
  evidence
    ? null
    : {
        title: "Its accuracy is not known",
        detail: "no rows with known outcomes came with this model",
        meaning: `${uncertainty ? "nobody has checked the ranges of its estimates" : "estimates have no range"}, and nothing here says how far off they are`,
        p: null,
        evidence: {},
      };
