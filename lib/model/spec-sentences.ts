import { catalogue } from "../language/locale";

/** What a description needs, as clauses. Programs and commands get the English ones. */
export const SPEC_SENTENCES = catalogue({
  en: {
    namedTwice: (name: string) => `${name} is named twice`,
    usesNoInput: "must use at least one input",
    unknownName: (name: string) => `${name} is neither an input nor a derived feature declared before`,
    categoryInFormula: (name: string) => `${name} is a category and can only stand in a term`,
    colonInFormula: "a colon can only stand in a term",
    twoLevels: "must be at least 2",
    differentLevels: "must all be different",
    oneOfLevels: "must be one of the levels",
    timeOfDay: 'has a time of day, which needs "time": true',
    laterThanMin: "must be later than min",
    greaterThanMin: "must be greater than min",
    between: "must lie between min and max",
    termTwice: (term: string) => `${term} is there twice`,
    unused: (name: string) => `${name} is used by no term and no derived feature`,
  },
  de: {
    namedTwice: (name) => `der Name ${name} kommt zweimal vor`,
    usesNoInput: "mindestens eine Eingabe muss vorkommen",
    unknownName: (name) => `${name} ist weder eine Eingabe noch ein abgeleitetes Merkmal weiter oben`,
    categoryInFormula: (name) => `${name} ist eine Kategorie und kann nur in einem Term vorkommen`,
    colonInFormula: "ein Doppelpunkt kann nur in einem Term vorkommen",
    twoLevels: "geben Sie mindestens 2 Ausprägungen ein",
    differentLevels: "alle Ausprägungen müssen verschieden sein",
    oneOfLevels: "geben Sie eine der Ausprägungen ein",
    timeOfDay: 'enthält eine Uhrzeit, die "time": true braucht',
    laterThanMin: "das Maximum muss später als das Minimum sein",
    greaterThanMin: "das Maximum muss größer als das Minimum sein",
    between: "der Wert muss zwischen Minimum und Maximum liegen",
    termTwice: (term) => `der Term ${term} kommt zweimal vor`,
    unused: (name) => `${name} kommt in keinem Term und keinem abgeleiteten Merkmal vor`,
  },
});

export type SpecSentences = (typeof SPEC_SENTENCES)["en"];
