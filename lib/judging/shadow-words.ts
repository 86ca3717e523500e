import { catalogue } from "../language/locale";

/** How far apart two versions are in shadow, as messages: small letters first, no full stop. */
export const SHADOW_WORDS = catalogue({
  en: {
    none: "the challenger has answered no prediction in shadow yet",
    on: (predictions: string) => `on ${predictions} in shadow,`,
    prediction: "prediction",
    predictions: "predictions",
    nothingInCommon: "the two have no estimate in common",
    equal: "at least half of the challenger’s estimates equal the champion’s",
    within: (size: string) => `half of the challenger’s estimates are within ${size} of the champion’s`,
    median: (difference: string) => `the median difference is ${difference}`,
    beyond: (beyond: string, of: string) => `${beyond} of ${of} are outside the champion’s range`,
    refusedByChallenger: (count: string) => `the challenger alone refused ${count}`,
    refusedByChampion: (count: string) => `the champion alone refused ${count}`,
  },
  de: {
    none: "der Challenger hat im Schattenbetrieb noch keine Vorhersage beantwortet",
    on: (predictions) => `bei ${predictions} im Schattenbetrieb`,
    prediction: "Vorhersage",
    predictions: "Vorhersagen",
    nothingInCommon: "gibt es keine, die beide geschätzt haben",
    equal: "ist mindestens die Hälfte der Schätzungen des Challengers gleich denen des Champions",
    within: (size) =>
      `weicht die Hälfte der Schätzungen des Challengers um höchstens ${size} von denen des Champions ab`,
    median: (difference) => `der Median der Unterschiede ist ${difference}`,
    beyond: (beyond, of) => `außerhalb des Bereichs des Champions: ${beyond} von ${of}`,
    refusedByChallenger: (count) => `nur vom Challenger abgelehnt: ${count}`,
    refusedByChampion: (count) => `nur vom Champion abgelehnt: ${count}`,
  },
});
