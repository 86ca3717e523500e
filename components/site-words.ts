import { catalogue } from "@/lib/language/locale";

/** What is on every page, and the pages in place of one that is not there or that failed. */
export const SITE_WORDS = catalogue({
  en: {
    description: "Regression models with estimates you can check: the number, its range, and the reasons.",
    skip: "Skip to the content",
    footer: "Glasshouse shows what a regression model answers, how sure it is, and why.",
    allModels: "See all models",
    notFound: {
      title: "Page not found",
      heading: "There is nothing at this address.",
      text: "The model may have been renamed or taken down, or the link was cut short.",
    },
    failed: {
      heading: "This page failed, and it is our fault.",
      text: "Your answers are in the address of this page, so you lose nothing if you try again.",
      reference: (digest: string) => `If it fails again, report the reference ${digest}.`,
      retry: "Try again",
    },
  },
  de: {
    description: "Regressionsmodelle mit Schätzungen, die Sie prüfen können: die Zahl, ihr Bereich und die Gründe.",
    skip: "Zum Inhalt springen",
    footer: "Glasshouse zeigt, was ein Regressionsmodell antwortet, wie sicher das ist und warum.",
    allModels: "Alle Modelle ansehen",
    notFound: {
      title: "Seite nicht gefunden",
      heading: "Unter dieser Adresse gibt es nichts.",
      text: "Vielleicht wurde das Modell umbenannt oder entfernt, oder der Link ist unvollständig.",
    },
    failed: {
      heading: "Diese Seite ist fehlgeschlagen, und das liegt an uns.",
      text: "Ihre Angaben stehen in der Adresse dieser Seite; ein neuer Versuch verliert also nichts.",
      reference: (digest) => `Falls es wieder fehlschlägt, nennen Sie die Referenz ${digest}.`,
      retry: "Noch einmal versuchen",
    },
  },
});
