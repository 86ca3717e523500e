import { catalogue } from "@/lib/language/locale";

/** How the estimates of models differ, and why. Titles come as they read inside a sentence: “House price”. */
export const DIFFERENCE_WORDS = catalogue({
  en: {
    same: "The estimates are the same.",
    lessThan: (amount: string) => `The estimates differ by less than ${amount}.`,
    more: (highest: string, amount: string, share: string | null, lowest: string) =>
      `${highest} estimates ${amount}${share === null ? "" : ` (${share})`} more than ${lowest}.`,
    outside: (one: string, other: string) => `the estimate of ${one} is outside the range of ${other}`,
    unranged: (titles: string, one: boolean) =>
      `Whether the estimates agree is not known, because ${titles} ${one ? "has" : "have"} no range.`,
    inOther: "The models agree within their ranges: each range also contains the estimate of the other model.",
    inOthers: "The models agree within their ranges: each range also contains the estimates of all other models.",
    equallyWide: "The ranges are equally wide.",
    narrower: (narrowest: string, share: string, widest: string) =>
      `The range of ${narrowest} is ${share} narrower than that of ${widest}.`,

    title: "Why the estimates differ",
    unexplained: (titles: string, one: boolean) =>
      `The contributions of the inputs to the ${one ? "estimate" : "estimates"} of ${titles} are not known, because no rows with known outcomes came with ${one ? "that model" : "those models"}.`,
    biggest: (label: string, value: string, models: string) =>
      `The biggest difference is ${label} (${value}): ${models}.`,
    starts: "Each model starts from the average of its own estimates.",
    notUsed: (title: string) => `${title} does not use it`,
    nothing: (title: string, amount: string) => `for ${title} it changes the estimate by less than ${amount}`,
    adds: (title: string, amount: string) => `${title} adds ${amount}`,
    subtracts: (title: string, amount: string) => `${title} subtracts ${amount}`,
    caption: "Contribution of each input, by model",
    input: "Input",
    average: "Average estimate",
    absent: "not used",
    estimate: "Estimate",
  },
  de: {
    same: "Die Schätzungen sind gleich.",
    lessThan: (amount) => `Die Schätzungen liegen weniger als ${amount} auseinander.`,
    more: (highest, amount, share, lowest) =>
      `${highest} schätzt ${amount}${share === null ? "" : ` (${share})`} mehr als ${lowest}.`,
    outside: (one, other) => `die Schätzung von ${one} liegt außerhalb des Bereichs von ${other}`,
    unranged: (titles) => `Ob die Schätzungen zueinander passen, ist nicht bekannt. Ohne Bereich: ${titles}.`,
    inOther:
      "Die Modelle stimmen im Rahmen ihrer Bereiche überein: Jeder Bereich enthält auch die Schätzung des anderen Modells.",
    inOthers:
      "Die Modelle stimmen im Rahmen ihrer Bereiche überein: Jeder Bereich enthält auch die Schätzungen aller anderen Modelle.",
    equallyWide: "Die Bereiche sind gleich breit.",
    narrower: (narrowest, share, widest) => `Der Bereich von ${narrowest} ist ${share} schmaler als der von ${widest}.`,

    title: "Warum sich die Schätzungen unterscheiden",
    unexplained: (titles) =>
      `Die Beiträge der Eingaben sind nicht bekannt, weil keine Zeilen mit bekannten Ergebnissen vorliegen: ${titles}.`,
    biggest: (label, value, models) => `Der größte Unterschied: ${label} (${value}). ${models}.`,
    starts: "Jedes Modell geht vom Durchschnitt seiner eigenen Schätzungen aus.",
    notUsed: (title) => `${title} verwendet diese Eingabe nicht`,
    nothing: (title, amount) => `bei ${title} ändert sie die Schätzung um weniger als ${amount}`,
    adds: (title, amount) => `${title} zählt ${amount} dazu`,
    subtracts: (title, amount) => `${title} zieht ${amount} ab`,
    caption: "Beitrag jeder Eingabe je Modell",
    input: "Eingabe",
    average: "Durchschnittliche Schätzung",
    absent: "nicht verwendet",
    estimate: "Schätzung",
  },
});
