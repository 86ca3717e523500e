import { catalogue } from "@/lib/language/locale";
import type { Refusal } from "@/lib/model/answer/estimate";
import type { ReactNode } from "react";

/** The sections and folds of the page. */
export const REPORT_WORDS = catalogue({
  en: {
    error: (title: string) => `Error: ${title}`,
    noEstimate: (title: string) => `No estimate: ${title}`,
    why: "Why",
    similar: "Similar cases",
    whatIf: "What if",
    more: "More about this estimate",
    sure: "How sure is it?",
    guessing: "Compared with guessing the average",
    curves: "One answer at a time",
    effects: "What each change is worth",
    limits: "Limits of this model",
    code: "Get this from code",
    languages: "In JavaScript, TypeScript, Python and R",
  },
  de: {
    error: (title) => `Fehler: ${title}`,
    noEstimate: (title) => `Keine Schätzung: ${title}`,
    why: "Warum",
    similar: "Ähnliche Fälle",
    whatIf: "Was wäre, wenn",
    more: "Mehr über diese Schätzung",
    sure: "Wie sicher ist sie?",
    guessing: "Verglichen mit dem Raten des Durchschnitts",
    curves: "Jede Angabe für sich",
    effects: "Was jede Änderung ausmacht",
    limits: "Grenzen dieses Modells",
    code: "Im Code abrufen",
    languages: "In JavaScript, TypeScript, Python und R",
  },
});

/** What heads the page. */
export const HEAD_WORDS = catalogue({
  en: {
    weEstimate: "We estimate",
    allLimits: "All limits",
    change: "Change answers",
    copyLink: "Copy the link",
    care: "Take this estimate with care",
    check: "Check your answers",
    entered: "Your answers",
    answer: "Answer",
    value: "Entered",
  },
  de: {
    weEstimate: "Wir schätzen",
    allLimits: "Alle Grenzen",
    change: "Angaben ändern",
    copyLink: "Link kopieren",
    care: "Vorsicht mit dieser Schätzung",
    check: "Angaben prüfen",
    entered: "Ihre Angaben",
    answer: "Angabe",
    value: "Wert",
  },
});

/** The way from the average to the estimate. */
export const BREAKDOWN_WORDS = catalogue({
  en: {
    others: (count: string) => `The ${count} others together`,
    asTable: "The steps as a table",
    caption: "From the average to the estimate",
    answer: "Answer",
    adds: "Adds",
    soFar: "Estimate so far",
    average: "Average estimate",
    estimate: "Estimate",
    chart: (average: string, estimate: string) => `From the average of ${average} to the estimate of ${estimate}`,
    shapley:
      "Each amount is how far an answer moves the estimate away from the average estimate (Shapley value: the average over all orders of adding the answers). Each amount is rounded.",
  },
  de: {
    others: (count) => `Die ${count} übrigen zusammen`,
    asTable: "Die Schritte als Tabelle",
    caption: "Vom Durchschnitt zur Schätzung",
    answer: "Angabe",
    adds: "Beitrag",
    soFar: "Schätzung bis hier",
    average: "Durchschnittliche Schätzung",
    estimate: "Schätzung",
    chart: (average, estimate) => `Vom Durchschnitt ${average} zur Schätzung ${estimate}`,
    shapley:
      "Jeder Betrag zeigt, wie weit eine Angabe die Schätzung von der durchschnittlichen Schätzung wegbewegt (Shapley-Wert: Durchschnitt über alle Reihenfolgen, in denen die Angaben hinzukommen können). Jeder Betrag ist gerundet.",
  },
});

/** The most similar rows. */
export const SIMILAR_WORDS = catalogue({
  en: {
    caption: "The most similar rows",
    differences: "Differences",
    ownEstimate: "Our estimate",
    none: "none",
    andMore: (count: string) => ` and ${count} more`,
    noEstimate: "none",
    without: "Our estimate comes from the model fitted without that row.",
    onlyOne: "A row that is the only one of its kind has none.",
    nearest:
      "The most similar rows have the smallest differences over all inputs, each relative to how much it varies among the rows.",
    chart: (outcomes: string, own: string) => `The rows were ${outcomes}; ${own}.`,
    ownRange: (range: string) => `the range of this estimate is ${range}`,
    own: (estimate: string) => `this estimate is ${estimate}`,
  },
  de: {
    caption: "Die ähnlichsten Zeilen",
    differences: "Unterschiede",
    ownEstimate: "Unsere Schätzung",
    none: "keine",
    andMore: (count) => ` und ${count} weitere`,
    noEstimate: "keine",
    without: "Unsere Schätzung stammt vom Modell, das ohne diese Zeile trainiert ist.",
    onlyOne: "Eine Zeile, die die einzige ihrer Art ist, hat keine.",
    nearest:
      "Am ähnlichsten sind die Zeilen mit den kleinsten Unterschieden über alle Eingaben, jeweils gemessen daran, wie stark sich die Zeilen darin unterscheiden.",
    chart: (outcomes, own) => `Die Zeilen: ${outcomes}; ${own}.`,
    ownRange: (range) => `Bereich dieser Schätzung: ${range}`,
    own: (estimate) => `diese Schätzung: ${estimate}`,
  },
});

/** One answer at a time. */
export const CURVE_WORDS = catalogue({
  en: {
    at: (estimate: string, value: string) => `${estimate} at ${value}`,
    value: "Value",
    estimate: "Estimate",
    range: "Range",
    entered: "entered",
    asTable: "The curves as a table",
    columns: ["Answer", "Lowest estimate", "Highest estimate"],
  },
  de: {
    at: (estimate, value) => `${estimate} (${value})`,
    value: "Wert",
    estimate: "Schätzung",
    range: "Bereich",
    entered: "Ihre Angabe",
    asTable: "Die Kurven als Tabelle",
    columns: ["Angabe", "Niedrigste Schätzung", "Höchste Schätzung"],
  },
});

/** What each change is worth. */
export const EFFECT_WORDS = catalogue({
  en: {
    oneAtATime: "One change at a time; everything else stays the same.",
    columns: ["Change", "Adds"],
  },
  de: {
    oneAtATime: "Eine Änderung nach der anderen; alles andere bleibt gleich.",
    columns: ["Änderung", "Beitrag"],
  },
});

/** How sure the estimate is. */
export const SURE_WORDS = catalogue({
  en: {
    similar: "How accurate similar estimates are",
    narrower: "Can the range be narrower?",
    unexplained: (share: string) => `Unexplained differences ${share}`,
    tooLittleData: (share: string) => `Too little data ${share}`,
    ofRows: (label: string) => `${label} of the cases`,
    rows: "Cases",
    counted: "cases",
    caption: "Share of estimates close to the actual value",
    offBy: "Estimates off by at most",
    model: "This model",
    average: "Guessing the average",
    card: "How accurate is it?",
  },
  de: {
    similar: "Wie genau ähnliche Schätzungen sind",
    narrower: "Kann der Bereich kleiner werden?",
    unexplained: (share) => `Unerklärte Unterschiede ${share}`,
    tooLittleData: (share) => `Zu wenig Daten ${share}`,
    ofRows: (label) => `Die Fälle: ${label}`,
    rows: "Fälle",
    counted: "Fälle",
    caption: "Anteil der Schätzungen nahe am tatsächlichen Wert",
    offBy: "Abweichung höchstens",
    model: "Dieses Modell",
    average: "Immer der Durchschnitt",
    card: "Wie genau ist das Modell?",
  },
});

/** The page without an estimate. */
export const REFUSAL_PAGE_WORDS = catalogue<{
  noEstimate: string;
  forThisCase: string;
  betterNone: string;
  reasons: Record<Refusal["code"], string>;
  nearest: (link: ReactNode, isPart: boolean, estimate: string) => ReactNode;
  known: string;
  rowsUnknown: string;
  inRanges: string;
  input: string;
  entered: string;
  seen: (data: string) => string;
  outside: string;
  levels: (count: string) => string;
  or: string;
}>({
  en: {
    noEstimate: "No estimate",
    forThisCase: "for this case",
    betterNone: "A wrong number would be worse than none.",
    reasons: {
      too_far_from_training:
        "The model can only estimate cases that are similar to its training data. So far from them, a small error of the model becomes a large error of the estimate. Any number would be made up.",
      estimate_not_positive:
        "The model adds up the effect of each answer. Here the sum is below any possible value, so the pattern does not reach this far.",
    },
    nearest: (link, isPart, estimate) => (
      <>
        The nearest values with an estimate: {link}.{isPart && " The rest stays as you entered it."} The estimate is{" "}
        {estimate}.
      </>
    ),
    known: "What the model knows",
    rowsUnknown: "The training rows did not come with this model, so the page cannot show which values it knows.",
    inRanges: "Values in these ranges, in combinations that occur together, give an estimate.",
    input: "Input",
    entered: "Your answer",
    seen: (data) => `In the ${data}`,
    outside: "outside",
    levels: (count) => `${count} levels`,
    or: " or ",
  },
  de: {
    noEstimate: "Keine Schätzung",
    forThisCase: "für diesen Fall",
    betterNone: "Eine falsche Zahl wäre schlechter als keine.",
    reasons: {
      too_far_from_training:
        "Das Modell kann nur Fälle schätzen, die seinen Trainingsdaten ähneln. So weit davon entfernt wird aus einem kleinen Fehler des Modells ein großer Fehler der Schätzung. Jede Zahl wäre erfunden.",
      estimate_not_positive:
        "Das Modell zählt die Wirkung jeder Angabe zusammen. Hier liegt die Summe unter jedem möglichen Wert; so weit reicht das Muster also nicht.",
    },
    nearest: (link, isPart, estimate) => (
      <>
        Mit den nächsten möglichen Werten ({link}) ist die Schätzung {estimate}.
        {isPart && " Der Rest bleibt, wie Sie ihn eingegeben haben."}
      </>
    ),
    known: "Was das Modell kennt",
    rowsUnknown:
      "Mit diesem Modell kamen keine Trainingszeilen, deshalb kann die Seite nicht zeigen, welche Werte es kennt.",
    inRanges: "Werte in diesen Bereichen, in Kombinationen, die zusammen vorkommen, ergeben eine Schätzung.",
    input: "Eingabe",
    entered: "Ihre Angabe",
    seen: (data) => `In den ${data}`,
    outside: "außerhalb",
    levels: (count) => `${count} Werte`,
    or: " oder ",
  },
});
