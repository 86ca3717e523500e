import { describe, expect, test } from "vitest";
import { expectDigits, publishedModel, trained } from "../testing/models";

/**
 * Figures of R 4.2. Both models begin with
 *   d <- transform(read.csv("model/house-price/training.csv"), area = lotsize, guest_rooms = recreation == "yes",
 *     basement = fullbase == "yes", parking = garage)
 * m is lm(price ~ area + bedrooms + bathrooms + stories + guest_rooms + basement + parking + I(area / bedrooms)
 *   + I(bathrooms / bedrooms), d), and loo <- d$price - resid(m) / (1 - hatvalues(m)).
 */
const { coefficients, fit, influential, accuracy } = trained(await publishedModel("house-price"));

function expectEach(found: readonly number[], expected: readonly number[]) {
  expect(found).toHaveLength(expected.length);
  expected.forEach((value, index) => expectDigits(found[index]!, value, 8));
}

describe("house-price, against R to eight digits", () => {
  test("HC3 standard errors", () => {
    // X <- model.matrix(m); B <- solve(crossprod(X)); e <- resid(m) / (1 - hatvalues(m))
    // sqrt(diag(B %*% crossprod(X * e) %*% B)); equal to sandwich::vcovHC(m, "HC3")
    expectEach(
      coefficients.map((each) => each.robustStandardError),
      [
        9279.58087621575578, 1.44758141838374, 2903.75378381996461, 7812.29686669143393, 927.46199597512373,
        2433.53863156459647, 1881.27645757292976, 1070.13236831003837, 3.5388344297356, 22583.66435661421201,
      ],
    );
  });

  test("95% intervals of the coefficients", () => {
    // confint(m)
    expectEach(
      coefficients.slice(0, 3).flatMap(({ low, high }) => [low, high]),
      [-3584.9256984895, 34355.45326388519607, 2.98571701636174, 8.20939780518512, -9849.53713493918, 1752.80313077551],
    );
  });

  test("variance inflation factors, above 10 where columns say nearly the same", () => {
    // sapply(2:10, function(j) 1 / (1 - summary(lm(X[, j] ~ X[, -c(1, j)]))$r.squared))
    expect(coefficients[0]!.vif).toBeNull();
    expectEach(
      coefficients.slice(1).map(({ vif }) => vif!),
      [
        15.66688115909525, 8.93985338541394, 19.92908028855679, 1.37771597743263, 1.21281055210281, 1.26583152847207,
        1.16963591650161, 17.37837335849672, 18.78853789184708,
      ],
    );
  });

  test("AIC, BIC, condition number and the Breusch–Pagan test", () => {
    // AIC(m); BIC(m); kappa(sweep(X, 2, sqrt(colSums(X^2)), "/"), exact = TRUE)
    expectEach([fit.aic, fit.bic, fit.condition], [12198.6916112354, 12246.0204199686, 63.4335299350979]);
    // bp <- 546 * summary(lm(resid(m)^2 ~ X[, -1]))$r.squared; pchisq(bp, 9, lower.tail = FALSE); as lmtest::bptest(m)
    expectEach([fit.breuschPagan!.statistic, fit.breuschPagan!.p], [76.3700863163106, 8.47209806029993e-13]);
  });

  test("the rows of largest Cook's distance, with leverage and studentised residual", () => {
    // o <- order(-cooks.distance(m))[1:5]; cooks.distance(m)[o]; hatvalues(m)[o]; rstudent(m)[93]
    const top = influential.slice(0, 5);
    expect(top.map(({ row }) => row)).toEqual([93, 55, 153, 419, 338]);
    expectEach(
      top.map(({ cooksDistance }) => cooksDistance),
      [0.0446665575846601, 0.0409750153632865, 0.0349011061985548, 0.0348739951963943, 0.0334441529734717],
    );
    expectEach(
      top.map((each) => each.leverage),
      [0.025878049563315, 0.0460879121336631, 0.0672026504274501, 0.0229753223279464, 0.0394662476759582],
    );
    expectDigits(top[0]!.studentisedResidual, 4.16243467740004, 8);
  });

  test("leave-one-out accuracy, and that of always the mean", () => {
    // ape <- abs(loo - y) / y; sqrt(mean((loo - y)^2)); mean(abs(loo - y)); median(ape); mean(ape <= .05) …
    // 1 - sum((loo - y)^2) / sum((y - mean(y))^2); the same with (sum(y) - y) / 545 in the place of loo
    const measures = ["rmse", "mae", "mdape", "within5", "within10", "within20"] as const;
    expectEach(
      [...measures.map((name) => accuracy[name]!), accuracy.predictiveR2],
      [
        17218.0220406617, 12562.5126640339, 0.148746406839296, 0.163003663003663, 0.342490842490842, 0.639194139194139,
        0.583463319328591,
      ],
    );
    expectEach(
      measures.map((name) => accuracy.baseline[name]!),
      [26727.1575617755, 20611.7337634842, 0.268000552431686, 0.102564102564103, 0.197802197802198, 0.393772893772894],
    );
  });

  test("the ratio study: median, COD, PRD and PRB", () => {
    // a <- loo / y; m <- median(a); 100 * mean(abs(a - m)) / m; mean(a) / (sum(loo) / sum(y))
    // v <- (loo / m + y) / 2; coef(lm(I((a - m) / m) ~ I(log(v) / log(2))))[2]
    const { median, cod, prd, prb } = accuracy.ratio!;
    expectEach([median, cod, prd, prb], [1.0092623203725, 19.7141614824755, 1.0564559281742, -0.173751122155107]);
  });

  test("measured coverage of the t-intervals, each row left out", () => {
    // sapply(c(.5, .8, .9, .95), function(l) mean(abs(rstudent(m)) <= qt((1 + l) / 2, 535)))
    expectEach(
      accuracy.coverage.map(({ t }) => t),
      [0.598901098901099, 0.84981684981685, 0.913919413919414, 0.932234432234432],
    );
  });
});

describe("house-price-hedonic, against R to eight digits", () => {
  // library(AER); data(HousePrices); h <- lm(log(price) ~ driveway + recreation + fullbase + gasheat + aircon + garage
  //   + prefer + log(lotsize) + log(bedrooms) + log(bathrooms) + log(stories), HousePrices), the specification of
  //   Anglin and Gençay (1996), p. 638, as in the examples of ?HousePrices
  const hedonic = async () => trained(await publishedModel("house-price-hedonic"));

  test("coefficients and standard errors of the published specification", async () => {
    // print(summary(h)$coefficients[, 1:2], digits = 15)
    const published: [string, number, number][] = [
      ["(intercept)", 7.9204813758341324, 0.2191781005024799],
      ["driveway", 0.1095446758977239, 0.0283597008966365],
      ["guest_rooms", 0.0597030002633171, 0.0261513380699078],
      ["basement", 0.0956442909343264, 0.0216552719055306],
      ["gas_heating", 0.1733506513166869, 0.0441159730511299],
      ["air_conditioning", 0.1707836381384863, 0.021266929074258],
      ["parking", 0.0489159783068713, 0.0115415544078953],
      ["preferred_area", 0.1296758999320048, 0.0227794692175977],
      ["log(area)", 0.3129159210927115, 0.0269214106211278],
      ["log(bedrooms)", 0.0887914388034891, 0.0437255998168566],
      ["log(bathrooms)", 0.2637721968343821, 0.0312154145519229],
      ["log(stories)", 0.165233943122534, 0.0249349488149049],
    ];
    const found = (await hedonic()).coefficients;
    expect(found.map(({ term }) => term)).toEqual(published.map(([term]) => term));
    expectEach(
      found.flatMap((each) => [each.estimate, each.standardError]),
      published.flatMap(([, ...pair]) => pair),
    );
  });

  test("fit, smearing factor, and accuracy in dollars", async () => {
    // summary(h)$r.squared, $sigma; AIC(h); BIC(h); mean(exp(resid(h)))
    const { fit, smearing, accuracy } = await hedonic();
    expectEach(
      [fit.r2, fit.sigma, fit.aic, fit.bic, smearing!],
      [0.68390649417708, 0.21128115153857, -134.238546722417, -78.3045000377322, 1.02175399971379],
    );
    // loo <- exp(log(y) - resid(h) / (1 - hatvalues(h)))
    const { rmse, mae, mdape, ratio } = accuracy;
    expectEach([rmse, mae, mdape!], [15182.6336840513, 11056.8165865458, 0.125125439869205]);
    const { median, cod, prd, prb } = ratio!;
    expectEach([median, cod, prd, prb], [0.987691245213199, 17.20107175980689, 1.046061691994471, -0.151481503987455]);
  });

  test("is trained on the same table as house-price", async () => {
    const tables = ["house-price", "house-price-hedonic"].map(async (id) => (await publishedModel(id)).provenance.data);
    const [first, second] = await Promise.all(tables);
    expect(first).toBe(second);
  });
});
