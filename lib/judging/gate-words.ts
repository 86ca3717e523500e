import { catalogue } from "../language/locale";

/** What the gate finds, as messages: small letters first, no full stop. */
export const GATE_WORDS = catalogue({
  en: {
    noOutcomes: "there is no champion whose outcomes are known",
    golden: (rows: number) => `its ${rows === 1 ? "golden row matches" : `${rows} golden rows match`}`,
    noGolden: "it has no golden rows, so nothing shows that it answers here as it did where it was fitted",
    noAccuracy: "there is no champion with a known accuracy",
    noRows: "its accuracy is not known, and the accuracy of the champion is",
    compared: (own: string, champions: string) =>
      `its median error on left-out rows is ${own}, the champion’s is ${champions}`,
    alike: "both are equally close on every row",
    counted: (closer: string, rows: string) => `the champion is closer on ${closer} of ${rows} rows where they differ`,
    beyondChance: "which is more than chance explains",
    withinChance: "which chance can explain",
    notWorse: "it is not worse",
    unknownChance: "no rows show whether chance explains that",
    worse: "that is more than chance explains",
    asChance: "chance explains the difference",
    noRanges: "it gives no ranges",
    lessRanges: "it gives no ranges, and the champion does",
    noCoverage: "no rows show the coverage of its ranges",
    covered: (share: string, level: string) => `${share} of actual values at the ${level} level`,
    covers: (list: string) => `its ranges cover ${list}`,
    coversLess: (list: string) => `its ranges cover ${list}, which is less than chance explains`,
  },
  de: {
    noOutcomes: "es gibt keinen Champion mit bekannten Ergebnissen",
    golden: (rows) => (rows === 1 ? "die Kontrollzeile stimmt" : `alle ${rows} Kontrollzeilen stimmen`),
    noGolden:
      "ohne Kontrollzeilen zeigt nichts, dass die Version hier so rechnet wie dort, wo sie trainiert worden ist",
    noAccuracy: "es gibt keinen Champion mit bekannter Genauigkeit",
    noRows: "die Genauigkeit der Version ist nicht bekannt, die des Champions schon",
    compared: (own, champions) =>
      `der Medianfehler auf ausgelassenen Zeilen beträgt ${own}, beim Champion ${champions}`,
    alike: "beide liegen bei jeder Zeile gleich nah",
    counted: (closer, rows) => `bei ${closer} von ${rows} Zeilen mit einem Unterschied liegt der Champion näher`,
    beyondChance: "mehr, als der Zufall erklärt",
    withinChance: "was der Zufall erklären kann",
    notWorse: "die Version ist nicht schlechter",
    unknownChance: "keine Zeilen zeigen, ob der Zufall das erklärt",
    worse: "mehr, als der Zufall erklärt",
    asChance: "der Zufall erklärt den Unterschied",
    noRanges: "die Version gibt keine Bereiche an",
    lessRanges: "die Version gibt keine Bereiche an, der Champion schon",
    noCoverage: "keine Zeilen zeigen die Abdeckung der Bereiche",
    covered: (share, level) => `${share} der tatsächlichen Werte beim Niveau ${level}`,
    covers: (list) => `die Bereiche enthalten ${list}`,
    coversLess: (list) => `die Bereiche enthalten ${list}, weniger, als der Zufall erklärt`,
  },
});
