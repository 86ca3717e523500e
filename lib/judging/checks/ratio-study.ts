import { judgeRatios, ratioMeaning, type RatioMeasure } from "../ratio-standard";
import type { Check } from "./check";

export const findRatioFailure: Check = ({ spec, evidence }) => {
  if (!evidence) return null;
  const failures = judgeRatios(evidence.accuracy.ratio, evidence.measured).filter(({ verdict }) => verdict === "fails");
  if (failures.length === 0) return null;
  const short: Record<RatioMeasure, string> = { medianRatio: "median", cod: "COD", prd: "PRD", prb: "PRB" };
  const figures = failures.map(
    ({ measure, written, accepted }) => `${short[measure]} is ${written}, where ${accepted} is accepted`,
  );
  const meanings = new Set(failures.map((failure) => ratioMeaning(failure, spec.target.unit)));
  return {
    title: "It would fail as an assessor",
    detail: figures.join("; "),
    meaning: [...meanings].reverse().join("; "),
  };
};
