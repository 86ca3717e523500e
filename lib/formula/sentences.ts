import { catalogue } from "../language/locale";

/** What may be at a place of a formula, where that is known. */
export type Expected = "value" | "operator" | "closing";

const ENGLISH_EXPECTED: Record<Expected, string> = {
  value: "a name, a number or a parenthesis is expected",
  operator: "an operator is expected",
  closing: "an operator or a closing parenthesis is expected",
};
const GERMAN_EXPECTED: Record<Expected, string> = {
  value: "erwartet wird ein Name, eine Zahl oder eine Klammer",
  operator: "erwartet wird ein Operator",
  closing: "erwartet wird ein Operator oder eine schließende Klammer",
};

/** What is wrong with a formula, as clauses. Programs and commands get the English ones. */
export const FORMULA_SENTENCES = catalogue({
  en: {
    tooLong: (most: number) => `a formula must be at most ${most} characters long`,
    tooDeep: (most: number) => `a formula must be at most ${most} operations deep`,
    empty: "a formula must not be empty",
    endsEarly: "the formula ends too early",
    unreadable: (position: number, character: string, expected: Expected | undefined) =>
      `cannot read the formula at character ${position}, “${character}”${expected ? `: ${ENGLISH_EXPECTED[expected]}` : ""}`,
    equals: (position: number) => `cannot read the formula at character ${position}; == compares two values`,
    noNumber: (text: string) => `${text} is not a number`,
    tooLarge: (text: string) => `${text} is too large a number`,
    noOperator: (operator: string, all: string) => `there is no operator ${operator}; the operators are ${all}`,
    noFunction: (name: string, all: string) => `there is no function ${name}; the functions are ${all}`,
    arguments: (name: string, fewest: number, most: number) => {
      const one = most === 1 ? "one argument" : "two arguments";
      return `${name} takes ${fewest === most ? one : `${fewest} to ${most} arguments`}`;
    },
    datePart: (name: string) => `${name} takes a date input, as in ${name}(sold)`,
    days: 'days takes a date input and a date, as in days(sold, "2015-01-01")',
    missing: "missing takes the name of an input, as in missing(age)",
    onlyThese: "a formula must use only numbers, names, + - * / ^, comparisons, parentheses and functions",
    noDate: (text: string) => `${text} is not a date; write it as "2015-01-01"`,
    chain: "a comparison takes two values; write (1 < a) * (a < 9) for a between 1 and 9",
    reserved: (name: string) => `${name} must be followed by its arguments in parentheses`,
    noName: (name: string) => `${name} must be lower-case letters, digits and underscores, starting with a letter`,
    forbidden: (name: string) => `${name} cannot be used as a name`,
    noCall: "only a function can be followed by parentheses",
    /** Of terms of a model. */
    categoryAlone: (name: string) =>
      `${name} is a category and can only stand alone as a term, or be multiplied by others, as in ${name} : age`,
    twiceInTerm: (name: string) => `${name} stands in it twice`,
  },
  de: {
    tooLong: (most) => `eine Formel darf höchstens ${most} Zeichen haben`,
    tooDeep: (most) => `eine Formel darf höchstens ${most} Rechenschritte tief sein`,
    empty: "die Formel darf nicht leer sein",
    endsEarly: "die Formel endet zu früh",
    unreadable: (position, character, expected) =>
      `die Formel ist ab Zeichen ${position}, „${character}“, nicht lesbar${expected ? `: ${GERMAN_EXPECTED[expected]}` : ""}`,
    equals: (position) => `die Formel ist ab Zeichen ${position} nicht lesbar; == vergleicht zwei Werte`,
    noNumber: (text) => `${text} ist keine Zahl`,
    tooLarge: (text) => `${text} ist als Zahl zu groß`,
    noOperator: (operator, all) => `den Operator ${operator} gibt es nicht; die Operatoren sind ${all}`,
    noFunction: (name, all) => `die Funktion ${name} gibt es nicht; die Funktionen sind ${all}`,
    arguments: (name, fewest, most) => {
      const one = most === 1 ? "ein Argument" : "zwei Argumente";
      return `${name} braucht ${fewest === most ? one : `${fewest} bis ${most} Argumente`}`;
    },
    datePart: (name) => `${name} braucht eine Eingabe, die ein Datum ist, wie in ${name}(sold)`,
    days: 'days braucht eine Eingabe, die ein Datum ist, und ein Datum, wie in days(sold, "2015-01-01")',
    missing: "missing braucht den Namen einer Eingabe, wie in missing(age)",
    onlyThese: "eine Formel darf nur Zahlen, Namen, + - * / ^, Vergleiche, Klammern und Funktionen enthalten",
    noDate: (text) => `${text} ist kein Datum; schreiben Sie es wie "2015-01-01"`,
    chain: "ein Vergleich hat zwei Werte; schreiben Sie (1 < a) * (a < 9) für a zwischen 1 und 9",
    reserved: (name) => `hinter ${name} gehören Argumente in Klammern`,
    noName: (name) =>
      `${name} ist kein Name: erlaubt sind Kleinbuchstaben ohne Umlaute, Ziffern und Unterstriche, mit einem Buchstaben am Anfang`,
    forbidden: (name) => `${name} ist als Name nicht erlaubt`,
    noCall: "nur hinter einer Funktion können Klammern stehen",
    categoryAlone: (name) =>
      `${name} ist eine Kategorie und kann nur allein ein Term sein oder mit anderen multipliziert werden, wie in ${name} : age`,
    twiceInTerm: (name) => `${name} kommt darin zweimal vor`,
  },
});

export type FormulaSentences = (typeof FORMULA_SENTENCES)["en"];
