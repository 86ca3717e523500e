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
      text: "The page may have been moved or deleted, or the link may be cut short.",
      home: "Go to the home page",
    },
    failed: {
      heading: "This page failed, and it is our fault.",
      text: "Try again. On the page of an estimate you lose nothing: the answers are in its address.",
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
      text: "Vielleicht wurde die Seite verschoben oder gelöscht, oder der Link ist unvollständig.",
      home: "Zur Startseite",
    },
    failed: {
      heading: "Diese Seite ist fehlgeschlagen, und das liegt an uns.",
      text: "Versuchen Sie es noch einmal. Auf der Seite einer Schätzung geht nichts verloren: Die Angaben stehen in ihrer Adresse.",
      reference: (digest) => `Falls es wieder fehlschlägt, nennen Sie die Referenz ${digest}.`,
      retry: "Noch einmal versuchen",
    },
  },
});
