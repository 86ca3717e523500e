import { catalogue } from "@/lib/language/locale";
import type { RowNames } from "@/lib/model/row-names";

/** "an 8% chance", "an 11% chance", "a 41% chance". */
const withArticle = (share: string) => `${/^(8|11%|18%)/.test(share) ? "an" : "a"} ${share}`;

/**
 * The texts of `sentences.ts`. A label is that of the target inside a sentence; German has no article for it and says "the
 * value". German rows are in the dative; see `rowsInWords`.
 */
export const RESULT_SENTENCES = catalogue({
  en: {
    lean: (label: string, amount: string, direction: "higher" | "lower") =>
      `The actual ${label} was typically ${amount} ${direction} than the estimate.`,
    similarRows: (count: string, rows: string, estimates: string, { without }: RowNames) =>
      `${count} of ${rows} have an estimate of ${estimates}${without}.`,
    similarErrors: (label: string, typical: string, share: string, near: string) =>
      `Half of these estimates were within ${typical} of the actual ${label}, and ${share} of them within ${near}.`,
    fewRows: (count: string) => `${count} rows are too few to measure the accuracy of similar estimates.`,
    fewSimilarRows: "Too few rows have a similar estimate to measure its accuracy.",
    noSimilarRow: (rows: string, end: "low" | "high") => `None of ${rows} has an estimate as ${end} as this one.`,
    allErrors: (label: string, typical: string) =>
      `Over all rows, half of the estimates were within ${typical} of the actual ${label}.`,
    calibrated: (rows: string) => `The model estimated ${rows} of a calibration table, which was not used to fit it.`,
    leftOut: (rows: string) => `Each of ${rows} was left out in turn and estimated by the model fitted to the others.`,
    ownErrors: (typical: string) => `Half of these estimates were within ${typical} of the actual value.`,
    averageErrors: (typical: string) => `Guessing the average of the other rows puts half within ${typical}.`,
    bar: "The bar shows the likely range for this case.",
    barOutside: "The bar shows the range of this estimate.",
    shape: (label: string, rows: string, { data }: RowNames) =>
      `The shape above shows the ${label} of ${rows} of the ${data}.`,
    higherThan: (share: string, sample: string | null) =>
      `The estimate is higher than ${share} of ${sample === null ? "them" : `a sample of ${sample} of them`}.`,
    higherThanAll: (sample: string | null) =>
      `The estimate is higher than all of ${sample === null ? "them" : `a sample of ${sample} of them`}.`,
    average: (average: string, rows: string | null) =>
      `The average estimate${rows === null ? "" : ` over ${rows}`} is ${average}.`,
    nearest: (count: string, rows: string, label: string, outcomes: string) =>
      `These ${count} are the most similar of ${rows}. Their ${label} was ${outcomes}.`,
    rests: (rows: string) =>
      `The range assumes normal errors of the same size everywhere. ${rows} rows are too few to check that.`,
    hardly: (narrower: string, isOnly: boolean) =>
      `Hardly. Even unlimited data would narrow it by ${isOnly ? "only " : ""}${narrower}.`,
    narrower: (narrower: string) => `Unlimited data on cases like this would narrow it by ${narrower}.`,
    rowsNear: (label: string, value: string, rows: string) =>
      `Rows with ${label} near ${value} would help most; the training data has ${rows} rows in all.`,
    restUntested:
      "The rest is what the inputs do not explain, or a pattern that the model misses. The rows are too few to tell which.",
    restMayBeNoise:
      "The rest may be noise: the usual tests find a pattern that the model misses, but tests that allow for unequal errors do not.",
    restIsNearlyNoise:
      "Nearly all of the rest looks like noise: the pattern that the model misses explains very little.",
    restIsNoise:
      "The rest looks like noise: cases with the same answers still differ, and no test finds a pattern that the model misses.",
    knowingMore: "Knowing more about this case would help.",
    notInForm: "Only facts that the form does not ask for would help.",
    missingTerm: (term: string, share: string) =>
      `The rest is not only noise: the model misses a pattern. The term that would help most is ${term}. It would explain ${share} of the remaining variance.`,
    missingPattern: (share: string) =>
      `The rest is not only noise: the model misses a pattern, which makes up about ${share} of the remaining variance. No single square or product of inputs explains it.`,
    effectConfidence: (hasUnequalErrors: boolean) =>
      `Each amount has a range that its true value is likely in, for cases that differ only in this answer (95% confidence, if the model is right${hasUnequalErrors ? "; the ranges allow for errors of unequal size, HC3" : ""}).`,
    includesZero: "If a range includes 0, the change may make no difference.",
    effectsWithoutContrasts:
      "The amounts have no range: the errors are of unequal size, and the model has too many coefficients to store what a range then needs.",
    effectsWithoutErrors: "The amounts have no range: the standard errors of the fit did not come with the model.",
    mayBeZero: "It may make no difference.",
    worthOutside:
      "This is outside the data. The amounts assume that the pattern continues; how accurate they are is not known.",
    chance: (label: string, share: string, near: string) =>
      `There is ${withArticle(share)} chance that the estimate is within ${near} of the actual ${label}.`,
    deviation: (share: string) =>
      `In about 2 of 3 cases, the actual value differs from the estimate by at most about ${share} (forecast standard deviation, FSD).`,
    outside: (label: string, shape: "line" | "pattern", hasRange: boolean) =>
      `This is outside the data. The model ${shape === "line" ? "extends a straight line" : "extends its pattern"}; the actual ${label} may be far ${hasRange ? "outside the range" : "from the estimate"} below.`,
    edge: (data: string, values: string, estimate: string, difference: string) =>
      `With ${values}, where the ${data} ends, the estimate is ${estimate}. The difference of ${difference} assumes that the pattern continues.`,
    noRowsLikeIt: (rows: string) => `Too few ${rows} are similar to say how accurate this estimate is.`,
  },
  de: {
    lean: (_, amount, direction) =>
      `Der tatsächliche Wert war typischerweise ${amount} ${direction === "higher" ? "höher" : "niedriger"} als die Schätzung.`,
    similarRows: (count, rows, estimates, { without }) =>
      `${count} von ${rows} haben eine Schätzung von ${estimates}${without}.`,
    similarErrors: (_, typical, share, near) =>
      `Die Hälfte dieser Schätzungen war höchstens ${typical} vom tatsächlichen Wert entfernt; bei ${share} waren es höchstens ${near}.`,
    fewRows: (count) => `${count} Zeilen sind zu wenige, um die Genauigkeit ähnlicher Schätzungen zu messen.`,
    fewSimilarRows: "Zu wenige Zeilen haben eine ähnliche Schätzung, um deren Genauigkeit zu messen.",
    noSimilarRow: (rows, end) =>
      `Keine von ${rows} hat eine so ${end === "low" ? "niedrige" : "hohe"} Schätzung wie diese.`,
    allErrors: (_, typical) =>
      `Über alle Zeilen war die Hälfte der Schätzungen höchstens ${typical} vom tatsächlichen Wert entfernt.`,
    calibrated: (rows) =>
      `Die Genauigkeit ist an ${rows} einer Kalibrierungstabelle gemessen, mit der das Modell nicht trainiert wurde.`,
    leftOut: (rows) =>
      `Die Genauigkeit ist an ${rows} gemessen: Jede wurde einmal ausgelassen und vom Modell geschätzt, das mit den übrigen trainiert ist.`,
    ownErrors: (typical) => `Die Hälfte dieser Schätzungen war höchstens ${typical} vom tatsächlichen Wert entfernt.`,
    averageErrors: (typical) =>
      `Wer immer den Durchschnitt der übrigen Zeilen rät, liegt in der Hälfte der Fälle höchstens ${typical} daneben.`,
    bar: "Der Balken zeigt den wahrscheinlichen Bereich für diesen Fall.",
    barOutside: "Der Balken zeigt den Bereich dieser Schätzung.",
    shape: (label, rows, { data }) => `Die Fläche darüber zeigt die Werte (${label}) in ${rows} der ${data}.`,
    higherThan: (share, sample) =>
      `Die Schätzung ist höher als ${share} ${sample === null ? "davon" : `einer Stichprobe von ${sample} davon`}.`,
    higherThanAll: (sample) =>
      `Die Schätzung ist höher als alle${sample === null ? " diese Werte" : ` in einer Stichprobe von ${sample} davon`}.`,
    average: (average, rows) =>
      `Die durchschnittliche Schätzung${rows === null ? "" : ` bei ${rows}`} beträgt ${average}.`,
    nearest: (count, rows, label, outcomes) =>
      `Unter ${rows} sind diese ${count} am ähnlichsten. Tatsächliche Werte für „${label}“: ${outcomes}.`,
    rests: (rows) =>
      `Der Bereich setzt normalverteilte Fehler voraus, die überall gleich groß sind. ${rows} Zeilen sind zu wenige, um das zu prüfen.`,
    hardly: (narrower, isOnly) =>
      `Kaum. Selbst unbegrenzt viele Daten würden ihn um ${isOnly ? "nur " : ""}${narrower} verkleinern.`,
    narrower: (narrower) => `Unbegrenzt viele Daten zu Fällen wie diesem würden ihn um ${narrower} verkleinern.`,
    rowsNear: (label, value, rows) =>
      `Am meisten würden Zeilen mit ähnlichen Werten helfen (${label}: ${value}). Die Trainingsdaten haben insgesamt ${rows} Zeilen.`,
    restUntested:
      "Der Rest ist, was die Eingaben nicht erklären, oder ein Muster, das dem Modell fehlt. Die Zeilen sind zu wenige, um das zu unterscheiden.",
    restMayBeNoise:
      "Der Rest ist möglicherweise Rauschen: Die üblichen Tests finden ein Muster, das dem Modell fehlt, aber Tests, die ungleich große Fehler zulassen, finden keines.",
    restIsNearlyNoise:
      "Fast der ganze Rest sieht nach Rauschen aus: Das Muster, das dem Modell fehlt, erklärt sehr wenig.",
    restIsNoise:
      "Der Rest sieht nach Rauschen aus: Auch Fälle mit gleichen Angaben unterscheiden sich, und kein Test findet ein Muster, das dem Modell fehlt.",
    knowingMore: "Mehr über diesen Fall zu wissen würde helfen.",
    notInForm: "Nur Angaben, nach denen das Formular nicht fragt, würden helfen.",
    missingTerm: (term, share) =>
      `Der Rest ist nicht nur Rauschen: Dem Modell fehlt ein Muster. Am meisten würde dieser Term helfen: ${term}. Er würde ${share} der übrigen Varianz erklären.`,
    missingPattern: (share) =>
      `Der Rest ist nicht nur Rauschen: Dem Modell fehlt ein Muster, das etwa ${share} der übrigen Varianz ausmacht. Kein einzelnes Quadrat oder Produkt von Eingaben erklärt es.`,
    effectConfidence: (hasUnequalErrors) =>
      `Zu jedem Betrag gehört ein Bereich, in dem sein wahrer Wert wahrscheinlich liegt, für Fälle, die sich nur in dieser Angabe unterscheiden (95\u00a0% Konfidenz, wenn das Modell stimmt${hasUnequalErrors ? "; ungleich große Fehler sind berücksichtigt, HC3" : ""}).`,
    includesZero: "Enthält ein Bereich die 0, macht die Änderung womöglich keinen Unterschied.",
    effectsWithoutContrasts:
      "Die Beträge haben keinen Bereich: Die Fehler sind ungleich groß, und das Modell hat zu viele Koeffizienten, um zu speichern, was ein Bereich dann braucht.",
    effectsWithoutErrors: "Die Beträge haben keinen Bereich: Mit dem Modell kamen keine Standardfehler.",
    mayBeZero: "Womöglich kein Unterschied.",
    worthOutside:
      "Das liegt außerhalb der Daten. Die Beträge setzen voraus, dass sich das Muster fortsetzt; wie genau sie sind, ist nicht bekannt.",
    chance: (_, share, near) =>
      `Mit einer Wahrscheinlichkeit von ${share} weicht die Schätzung um höchstens ${near} vom tatsächlichen Wert ab.`,
    deviation: (share) =>
      `In etwa 2 von 3 Fällen weicht der tatsächliche Wert um höchstens etwa ${share} von der Schätzung ab (Prognose-Standardabweichung, FSD).`,
    outside: (_, shape, hasRange) =>
      `Das liegt außerhalb der Daten. Das Modell ${shape === "line" ? "verlängert eine Gerade" : "setzt sein Muster fort"}; der tatsächliche Wert kann weit ${hasRange ? "außerhalb des folgenden Bereichs liegen" : "von der folgenden Schätzung entfernt liegen"}.`,
    edge: (data, values, estimate, difference) =>
      `Am Rand der ${data} (${values}) ist die Schätzung ${estimate}. Der Unterschied von ${difference} setzt voraus, dass sich das Muster fortsetzt.`,
    noRowsLikeIt: (rows) => `Zu wenige ${rows} sind ähnlich, um zu sagen, wie genau diese Schätzung ist.`,
  },
});
