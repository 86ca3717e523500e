import { catalogue } from "../language/locale";

/** What outcomes say of two versions, as messages: small letters first, no full stop. */
export const CHALLENGE_WORDS = catalogue({
  en: {
    verdicts: {
      "the challenger is closer": "the challenger is closer",
      "the champion is closer": "the champion is closer",
      "no difference beyond chance": "no difference beyond chance",
      "too few to tell": "too few to tell",
    },
    outcome: "outcome",
    outcomes: "outcomes",
    none: "there is no outcome yet to compare both versions on",
    few: (outcomes: string, fewest: string) =>
      `both versions gave an estimate for ${outcomes}; at least ${fewest} are needed`,
    same: (outcomes: string) => `on ${outcomes} the errors of both are identical`,
    /** The unit of a difference of two shares. */
    point: "percentage point",
    points: "percentage points",
    errors: (outcomes: string, size: string, isSmaller: boolean, less: string, more: string) =>
      `on ${outcomes} the challenger’s errors are ${size} ${isSmaller ? "smaller" : "larger"} on average (95% confidence interval ${less} to ${more})`,
    closer: (count: string, rows: string) => `the challenger is closer on ${count} of ${rows}`,
    and: "and",
    needed: (more: string, isThisSize: boolean) =>
      `about ${more} more outcomes are needed to see ${isThisSize ? "a difference of this size" : "a difference of a tenth of the champion’s error"}`,
  },
  de: {
    verdicts: {
      "the challenger is closer": "der Challenger liegt näher",
      "the champion is closer": "der Champion liegt näher",
      "no difference beyond chance": "kein Unterschied, den der Zufall nicht erklärt",
      "too few to tell": "zu wenige für ein Urteil",
    },
    outcome: "Ergebnis",
    outcomes: "Ergebnissen",
    none: "noch gibt es kein Ergebnis, an dem beide Versionen vergleichbar sind",
    few: (outcomes, fewest) =>
      `Schätzungen beider Versionen liegen zu ${outcomes} vor; mindestens ${fewest} sind nötig`,
    same: (outcomes) => `bei ${outcomes} sind die Fehler beider Versionen gleich`,
    point: "Prozentpunkt",
    points: "Prozentpunkte",
    errors: (outcomes, size, isSmaller, less, more) =>
      `bei ${outcomes} sind die Fehler des Challengers im Durchschnitt um ${size} ${isSmaller ? "kleiner" : "größer"} (95-%-Konfidenzintervall ${less} bis ${more})`,
    closer: (count, rows) => `der Challenger liegt bei ${count} von ${rows} näher`,
    and: "und",
    needed: (more, isThisSize) =>
      `für ${isThisSize ? "einen Unterschied dieser Größe" : "einen Unterschied von einem Zehntel des Champion-Fehlers"} sind noch etwa ${more} Ergebnisse nötig`,
  },
});
