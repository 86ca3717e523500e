import type { Challenge } from "@/lib/judging/challenge";
import { catalogue } from "@/lib/language/locale";

/** The page that compares a version with the champion. */
export const COMPARISON_WORDS = catalogue({
  en: {
    title: (version: string, model: string) => `Version ${version} of ${model}`,
    version: (version: string) => `Version ${version}`,
    standing: "Status",
    standings: {
      champion: "Champion: answers all requests",
      challenger: "Challenger: answers in shadow",
      none: "Neither champion nor challenger",
    },
    published: "Published",
    by: "By",
    note: "Note",
    allVersions: "All versions",
    itAnswers: "This version answers. Each other version has a page that compares it with this one.",
    itsAccuracy: "Accuracy",
    theChallenger: (version: string) => `The challenger ${version}`,
    promote: "Promote",
    propose: "Propose as champion",
    leads: {
      "the challenger is closer": "The challenger is closer to the outcomes.",
      "the champion is closer": "The champion is closer to the outcomes.",
      "no difference beyond chance": "Neither is closer to the outcomes: the difference is within chance.",
      "too few to tell": "Too few outcomes to tell which is closer.",
    } satisfies Record<Challenge["verdict"], string> as Record<Challenge["verdict"], string>,
    notChallenger: "This version is not the challenger now. This page compares it as if it were.",

    champion: "Champion",
    challenger: "Challenger",
    difference: "Difference",

    // On the same outcomes.
    sameOutcomes: "On the same outcomes",
    noOutcome: (since: string) =>
      `No outcome of the champion’s estimates has been reported since ${since}, when this version was published. Earlier outcomes do not count, because the version may be trained on them.`,
    outcome: "outcome",
    outcomes: "outcomes",
    compared: (outcomes: string, since: string) =>
      `The comparison uses ${outcomes}, first reported since ${since}, when this version was published.`,
    fromInputs: "Both versions estimate the stored inputs again.",
    fromSomeInputs: (count: string) => `For ${count} of them, both versions estimate the stored inputs again.`,
    fromShadow: "The estimates are those of the time.",
    fromSomeShadow: (count: string) => `For ${count} of them, the estimates are those of the time.`,
    without: (outcomes: string) =>
      `For ${outcomes} the challenger has no estimate: it refused, it needs an input that the champion does not have, or it did not answer in shadow.`,
    errorsCaption: "The errors of both versions on the same outcomes",
    errors: "Errors",
    medianError: "Median error",
    meanError: "Mean error",
    closer: "Closer to the outcome",
    inside: (level: string) => `Inside the ${level} range`,
    of: (inside: string, all: string) => `${inside} of ${all}`,
    noRange: "no range",
    differing: "outcome where they differ",
    differingMany: "outcomes where they differ",
    sign: (count: string, differing: string, isChance: boolean) =>
      `The challenger is closer on ${count} of ${differing}, ${isChance ? "which chance can explain" : "more than chance explains"} between two equally good versions.`,
    covers: "The coverage of both ranges agrees with their level, within sampling error.",
    coversOtherwise: (list: string) => `The coverage differs from the level of the ranges: ${list}.`,
    coverage: (who: string, share: string, low: string, high: string) =>
      `${who} (${share}, 95% confidence interval ${low} to ${high})`,
    theChampion: "the champion",
    inSentenceChallenger: "the challenger",
    figure: (isChampion: boolean, error: string) =>
      `Each dot is an outcome. Above the line the challenger is closer, below it the champion. On average the ${isChampion ? "champion" : "challenger"} is closer by ${error}.`,
    axes: (target: string, shares: boolean) =>
      `Across: actual value, ${target}. Up: the champion’s error minus the challenger’s${shares ? ", in shares of the outcome" : ""}.`,
    numbersCaption: "The estimates of both versions for each outcome",
    championEstimate: "Champion’s estimate",
    challengerEstimate: "Challenger’s estimate",
    first: (shown: string, all: string) => `The first ${shown} of ${all} outcomes.`,
    bothAsClose: "both as close",
    chart: (outcomes: string) => `The champion’s error minus the challenger’s on ${outcomes}`,

    // In shadow.
    inShadow: "In shadow",
    shadow: "A challenger answers live predictions after the champion has answered. Its answers are never shown.",
    missing: (inputs: string) =>
      `The challenger needs inputs that the champion does not have: ${inputs}. So it cannot answer live predictions.`,
    farthest: "The largest differences:",
    farthestCaption: "The largest differences in shadow",
    prediction: "Prediction",

    // What changed.
    changed: "What changed",
    sameDescription: "The description is the same.",
    place: "place",
    places: "places",
    otherDescription: (places: string) => `The description differs in ${places}.`,
    sameCoefficients: "No coefficient differs.",
    otherScales: (scales: string) =>
      `The versions are fitted on different scales (${scales}), so their coefficients cannot be compared.`,
    otherCoefficients: (moved: string, all: string) => `${moved} of ${all} coefficients differ.`,
    descriptionCaption: "Differences in the description",
    description: "Description",
    heldOutCaption: "Accuracy on left-out rows",
    heldOut: "On left-out rows",
    coefficientsCaption: "Coefficients that differ, on the scale of the fit",
    coefficient: "Coefficient",
    standardErrors: "Standard errors apart",
    scale: "Coefficients are on the scale of the fit. Chance seldom explains more than 2 standard errors.",

    // One case through both.
    sameCase: "One case through both versions",
    noEstimate: (version: string, why: string) => `${version} has no estimate: ${why}`,
    example: (inputs: string) => `No input is entered yet. A typical example: ${inputs}.`,
    entered: (inputs: string) => `You entered ${inputs}.`,
    ask: "Estimate with both versions",

    // Term by term.
    termByTerm: "Term by term",
    terms: (total: string, transformed: boolean) =>
      `Each term adds its change of coefficient times its value here. The sum is the difference of the estimates${transformed ? ", on the scale of the fit" : ""}: ${total}.`,
    readOtherwise: (terms: string) =>
      `The versions read some inputs differently: ${terms}. There the change is not due to the coefficient alone; the contributions of both versions are below.`,
    termsCaption: "The difference of the two estimates, term by term",
    term: "Term",
    notInIt: "not in it",
  },
  de: {
    title: (version, model) => `${model}: Version ${version}`,
    version: (version) => `Version ${version}`,
    standing: "Status",
    standings: {
      champion: "Champion: beantwortet alle Anfragen",
      challenger: "Challenger: antwortet im Schattenbetrieb",
      none: "Weder Champion noch Challenger",
    },
    published: "Veröffentlicht",
    by: "Autor",
    note: "Notiz",
    allVersions: "Alle Versionen",
    itAnswers: "Diese Version antwortet. Jede andere Version hat eine Seite, die sie mit dieser vergleicht.",
    itsAccuracy: "Genauigkeit",
    theChallenger: (version) => `Der Challenger ${version}`,
    promote: "Zum Champion machen",
    propose: "Als Champion vorschlagen",
    leads: {
      "the challenger is closer": "Der Challenger liegt näher an den Ergebnissen.",
      "the champion is closer": "Der Champion liegt näher an den Ergebnissen.",
      "no difference beyond chance":
        "Keine der beiden Versionen liegt näher an den Ergebnissen: Der Zufall erklärt den Unterschied.",
      "too few to tell": "Zu wenige Ergebnisse, um zu sagen, welche Version näher liegt.",
    },
    notChallenger: "Diese Version ist zurzeit nicht der Challenger. Hier wird sie so verglichen, als wäre sie es.",

    champion: "Champion",
    challenger: "Challenger",
    difference: "Unterschied",

    sameOutcomes: "An denselben Ergebnissen",
    noOutcome: (since) =>
      `Seit dem ${since}, als diese Version veröffentlicht wurde, ist kein Ergebnis zu einer Schätzung des Champions gemeldet worden. Frühere Ergebnisse zählen nicht, weil die Version mit ihnen trainiert sein kann.`,
    outcome: "Ergebnis",
    outcomes: "Ergebnisse",
    compared: (outcomes, since) =>
      `Grundlage des Vergleichs: ${outcomes}, erstmals gemeldet seit dem ${since}, als diese Version veröffentlicht wurde.`,
    fromInputs: "Beide Versionen schätzen die gespeicherten Eingaben noch einmal.",
    fromSomeInputs: (count) => `Bei ${count} davon schätzen beide Versionen die gespeicherten Eingaben noch einmal.`,
    fromShadow: "Es zählen die damaligen Schätzungen.",
    fromSomeShadow: (count) => `Bei ${count} davon zählen die damaligen Schätzungen.`,
    without: (outcomes) =>
      `Ohne Schätzung des Challengers: ${outcomes}. Er hat abgelehnt, braucht eine Eingabe, die dem Champion fehlt, oder hat im Schattenbetrieb nicht geantwortet.`,
    errorsCaption: "Die Fehler beider Versionen an denselben Ergebnissen",
    errors: "Fehler",
    medianError: "Medianfehler",
    meanError: "Mittlerer Fehler",
    closer: "Näher am Ergebnis",
    inside: (level) => `Im Bereich (${level})`,
    of: (inside, all) => `${inside} von ${all}`,
    noRange: "kein Bereich",
    differing: "Ergebnis, bei dem sich beide unterscheiden",
    differingMany: "Ergebnissen, bei denen sich beide unterscheiden",
    sign: (count, differing, isChance) =>
      `Bei ${count} von ${differing}, liegt der Challenger näher, ${isChance ? "was der Zufall bei zwei gleich guten Versionen erklären kann" : "mehr, als der Zufall bei zwei gleich guten Versionen erklärt"}.`,
    covers: "Die Abdeckung beider Bereiche stimmt im Rahmen des Stichprobenfehlers mit ihrem Niveau überein.",
    coversOtherwise: (list) => `Die Abdeckung weicht vom Niveau der Bereiche ab: ${list}.`,
    coverage: (who, share, low, high) => `${who} (${share}, 95-%-Konfidenzintervall ${low} bis ${high})`,
    theChampion: "Champion",
    inSentenceChallenger: "Challenger",
    figure: (isChampion, error) =>
      `Jeder Punkt ist ein Ergebnis. Über der Linie liegt der Challenger näher, darunter der Champion. Im Durchschnitt liegt der ${isChampion ? "Champion" : "Challenger"} um ${error} näher.`,
    axes: (target, shares) =>
      `Nach rechts: tatsächlicher Wert, ${target}. Nach oben: Fehler des Champions minus Fehler des Challengers${shares ? ", als Anteil am Ergebnis" : ""}.`,
    numbersCaption: "Die Schätzungen beider Versionen zu jedem Ergebnis",
    championEstimate: "Schätzung des Champions",
    challengerEstimate: "Schätzung des Challengers",
    first: (shown, all) => `Die ersten ${shown} von ${all} Ergebnissen.`,
    bothAsClose: "beide gleich nah",
    chart: (outcomes) => `Fehler des Champions minus Fehler des Challengers, ${outcomes}`,

    inShadow: "Im Schattenbetrieb",
    shadow:
      "Ein Challenger beantwortet Live-Vorhersagen, nachdem der Champion geantwortet hat. Seine Antworten werden nie angezeigt.",
    missing: (inputs) =>
      `Der Challenger braucht Eingaben, die dem Champion fehlen: ${inputs}. Deshalb kann er Live-Vorhersagen nicht beantworten.`,
    farthest: "Die größten Unterschiede:",
    farthestCaption: "Die größten Unterschiede im Schattenbetrieb",
    prediction: "Vorhersage",

    changed: "Was sich geändert hat",
    sameDescription: "Die Beschreibung ist gleich.",
    place: "Stelle",
    places: "Stellen",
    otherDescription: (places) => `Die Beschreibung unterscheidet sich an ${places}.`,
    sameCoefficients: "Kein Koeffizient unterscheidet sich.",
    otherScales: (scales) =>
      `Die Versionen sind auf verschiedenen Skalen angepasst (${scales}), deshalb lassen sich ihre Koeffizienten nicht vergleichen.`,
    otherCoefficients: (moved, all) => `${moved} von ${all} Koeffizienten unterscheiden sich.`,
    descriptionCaption: "Unterschiede in der Beschreibung",
    description: "Beschreibung",
    heldOutCaption: "Genauigkeit auf ausgelassenen Zeilen",
    heldOut: "Auf ausgelassenen Zeilen",
    coefficientsCaption: "Koeffizienten, die sich unterscheiden, auf der Skala der Anpassung",
    coefficient: "Koeffizient",
    standardErrors: "Abstand in SE",
    scale: "Koeffizienten auf der Skala der Anpassung. SE: Standardfehler; mehr als 2 erklärt der Zufall selten.",

    sameCase: "Ein Fall mit beiden Versionen",
    noEstimate: (version, why) => `${version} gibt keine Schätzung: ${why}`,
    example: (inputs) => `Noch ist nichts eingegeben. Das Beispiel hat typische Angaben. ${inputs}.`,
    entered: (inputs) => `${inputs}.`,
    ask: "Mit beiden Versionen schätzen",

    termByTerm: "Term für Term",
    terms: (total, transformed) =>
      `Jeder Term trägt die Änderung seines Koeffizienten mal seinen Wert bei. Die Summe ist der Unterschied der Schätzungen${transformed ? " auf der Skala der Anpassung" : ""}: ${total}.`,
    readOtherwise: (terms) =>
      `Die Versionen lesen einige Eingaben unterschiedlich: ${terms}. Dort liegt der Unterschied nicht allein am Koeffizienten; die Beiträge beider Versionen stehen unten.`,
    termsCaption: "Der Unterschied der beiden Schätzungen, Term für Term",
    term: "Term",
    notInIt: "nicht enthalten",
  },
});
