import { catalogue } from "@/lib/language/locale";

export const WHAT_IF_WORDS = catalogue({
  en: {
    start: "Change an answer to see the estimate move.",
    from: (estimate: string) => ` from ${estimate}`,
    take: "Make this my estimate",
    again: "Start again",
    changeToo: "Change this, too",
    notGiven: "Not given",
    slider: (label: string) => `${label}, slider`,
  },
  de: {
    start: "Ändern Sie eine Angabe und sehen Sie, wie sich die Schätzung bewegt.",
    from: (estimate) => ` gegenüber ${estimate}`,
    take: "Als meine Schätzung übernehmen",
    again: "Von vorn",
    changeToo: "Diese Angabe auch ändern",
    notGiven: "Keine Angabe",
    slider: (label) => `${label}, Schieberegler`,
  },
});
