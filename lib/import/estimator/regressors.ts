import { PyArray } from "../pickle/nodes";
import type { Inverse } from "./description";
import { numberOf, numbersOf, type Fitted } from "./fitted";

/** What a fitted regressor has beside the columns it takes. */
export interface LinearSum {
  coefficients: number[];
  intercept: number;
  inverse: Inverse;
  /** See `ModelDescription`. */
  estimatesMean?: boolean;
  /** What a publisher should know of it. */
  note?: string;
}

interface Reader {
  /** What it is, for the reference. */
  is: string;
  read(model: Fitted): LinearSum;
}

const plain = (is: string): Reader => ({ is, read: (model) => ({ ...readSum(model), inverse: "identity" }) });

/** Regressors whose estimate is a sum of coefficients and columns, or e to its power, by the name of their class. */
export const REGRESSORS: Record<string, Reader> = {
  LinearRegression: plain("least squares"),
  Ridge: plain("least squares with a penalty on squared coefficients"),
  RidgeCV: plain("Ridge with a penalty chosen by cross-validation"),
  Lasso: plain("least squares with a penalty on absolute coefficients"),
  LassoCV: plain("Lasso with a penalty chosen by cross-validation"),
  ElasticNet: plain("least squares with both penalties"),
  ElasticNetCV: plain("ElasticNet with penalties chosen by cross-validation"),
  Lars: plain("least angle regression"),
  LarsCV: plain("least angle regression, chosen by cross-validation"),
  LassoLars: plain("Lasso by least angle regression"),
  LassoLarsCV: plain("Lasso by least angle regression, chosen by cross-validation"),
  LassoLarsIC: plain("Lasso by least angle regression, chosen by an information criterion"),
  OrthogonalMatchingPursuit: plain("least squares on a few columns"),
  OrthogonalMatchingPursuitCV: plain("the same, with the number of columns chosen by cross-validation"),
  BayesianRidge: plain("Ridge with a penalty estimated from the data"),
  ARDRegression: plain("Ridge with an estimated penalty for each column"),
  HuberRegressor: plain("robust regression by Huber"),
  TheilSenRegressor: plain("robust regression by Theil and Sen"),
  QuantileRegressor: {
    is: "a quantile instead of the mean",
    read: (model) => {
      const quantile = numberOf(model.get("quantile")) ?? NaN;
      return {
        ...readSum(model),
        inverse: "identity",
        note: `The estimate is the quantile ${quantile}, not the mean.`,
      };
    },
  },
  SGDRegressor: plain("a linear model fitted by stochastic gradient descent"),
  PassiveAggressiveRegressor: plain("a linear model that is fitted row by row"),
  LinearSVR: plain("support vector regression without a kernel"),
  PLSRegression: { is: "partial least squares for one target", read: readPartialLeastSquares },
  PoissonRegressor: logarithmic("counts, with a log link"),
  GammaRegressor: logarithmic("positive amounts, with a log link"),
  TweedieRegressor: {
    is: "Tweedie distributions, with a log link or none",
    read: (model) => {
      const link = model.get("link") ?? "auto";
      const power = numberOf(model.get("power") ?? 0) ?? model.refuse("its power is no number");
      const isLog = link === "log" || (link === "auto" && power > 0);
      if (!isLog && link !== "identity" && link !== "auto") model.refuse("its link is not known");
      return { ...readSum(model), inverse: isLog ? "exp" : "identity", estimatesMean: isLog };
    },
  },
};

function logarithmic(is: string): Reader {
  return { is, read: (model) => ({ ...readSum(model), inverse: "exp", estimatesMean: true }) };
}

function readSum(model: Fitted): { coefficients: number[]; intercept: number } {
  checkOneTarget(model, "coef_");
  return { coefficients: model.numbers("coef_"), intercept: interceptOf(model) };
}

function interceptOf(model: Fitted): number {
  return numberOf(model.need("intercept_")) ?? model.refuse("it has several intercepts");
}

function checkOneTarget(model: Fitted, attribute: string): void {
  const values = model.need(attribute);
  const { shape } = values instanceof PyArray ? values : { shape: [] };
  if (shape.length > 1 && shape[0] !== 1) {
    model.refuse("it estimates several targets at once; fit and save a model for each of them");
  }
}

/**
 * Rotations times loadings are the coefficients of scaled columns, in every release; what the attribute coef_ holds
 * differs between them.
 */
function readPartialLeastSquares(model: Fitted): LinearSum {
  checkOneTarget(model, "y_loadings_");
  const rotations = model.numbers("x_rotations_");
  const loadings = model.numbers("y_loadings_");
  const either = (name: string) => numbersOf(model.get(`_${name}`)) ?? model.numbers(`${name}_`);
  const [means, scales] = [either("x_mean"), either("x_std")];
  const [targetMean = NaN] = either("y_mean");
  const [targetScale = NaN] = either("y_std");
  const coefficients = means.map((_, column) => {
    const scaled = loadings.reduce(
      (sum, loading, part) => sum + rotations[column * loadings.length + part]! * loading,
      0,
    );
    return (scaled * targetScale) / scales[column]!;
  });
  const centre = coefficients.reduce((sum, coefficient, column) => sum + coefficient * means[column]!, 0);
  return { coefficients, intercept: targetMean - centre, inverse: "identity" };
}
