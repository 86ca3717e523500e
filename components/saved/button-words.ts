import { catalogue } from "@/lib/language/locale";
import { MOST_SAVED } from "./list";
import type { ChangeFault } from "./storage";

export const SAVE_WORDS = catalogue({
  en: {
    save: "Save",
    all: "Saved estimates",
    done: "Saved on this device.",
    faults: {
      full: `${MOST_SAVED} estimates are saved, which is the limit. Delete some first.`,
      "no room": "The storage of this browser is full. Delete some saved estimates first.",
      blocked: "This browser does not let this site store anything.",
      newer: "A newer version of this site has saved estimates here. Reload the page.",
      unreadable: "The saved estimates on this device cannot be read.",
    } satisfies Record<ChangeFault, string>,
  },
  de: {
    save: "Merken",
    all: "Gemerkte Schätzungen",
    done: "Auf diesem Gerät gemerkt.",
    faults: {
      full: `${MOST_SAVED} Schätzungen sind gemerkt, mehr geht nicht. Löschen Sie zuerst einige.`,
      "no room": "Der Speicher dieses Browsers ist voll. Löschen Sie zuerst einige gemerkte Schätzungen.",
      blocked: "Dieser Browser erlaubt der Seite nicht, etwas zu speichern.",
      newer: "Eine neuere Version dieser Seite hat hier Schätzungen gemerkt. Laden Sie die Seite neu.",
      unreadable: "Die gemerkten Schätzungen auf diesem Gerät lassen sich nicht lesen.",
    },
  },
});
