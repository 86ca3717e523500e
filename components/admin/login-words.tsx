import { catalogue } from "@/lib/language/locale";
import type { ReactNode } from "react";

/** Makes an element of a text. */
type Wrap = (text: string) => ReactNode;

/** The login, and the page of a server that can save nothing. */
export const LOGIN_WORDS = catalogue({
  en: {
    title: (reviewer: boolean): string => (reviewer ? "Login" : "Owner login"),
    purpose: (reviewer: boolean, link: Wrap): ReactNode => (
      <>
        This page is for the owner{reviewer && " and the reviewer"} of this server. Estimates and their accuracy need no
        login: {link("see all models")}.
      </>
    ),
    reviewing: "You are logged in as the reviewer. This page is for the owner alone.",
    closed: (code: Wrap): ReactNode => (
      <>
        No password is set. Set {code("ADMIN_PASSWORD")} to at least 8 characters where this server runs, and restart
        it.
      </>
    ),
    password: "Password",
    wrong: "Wrong password.",
    throttled: "Too many wrong passwords. Wait 15 minutes, then try again.",
    logIn: "Log in",
    forgotten: (reviewer: boolean, code: Wrap): ReactNode => (
      <>
        Forgotten the password? Set {code("ADMIN_PASSWORD")}
        {reviewer && <> or {code("REVIEWER_PASSWORD")}</>} to a new one where this server runs, and restart it.
      </>
    ),
    programs: (link: Wrap): ReactNode => (
      <>Programs read monitoring from the {link("API")}, with a key that has the permission.</>
    ),
    storeMissing: "Nothing can be saved",
    modelsAnswer: "The models still give estimates.",
    allModels: "See all models",
  },
  de: {
    title: (reviewer) => (reviewer ? "Anmeldung" : "Anmeldung für Betreiber"),
    purpose: (reviewer, link) => (
      <>
        Diese Seite ist für die Betreiber{reviewer && " und Prüfer"} dieses Servers. Für Schätzungen und ihre
        Genauigkeit brauchen Sie keine Anmeldung: {link("alle Modelle ansehen")}.
      </>
    ),
    reviewing: "Sie sind als Prüfer angemeldet. Diese Seite ist nur für Betreiber.",
    closed: (code) => (
      <>
        Es ist kein Passwort festgelegt. Setzen Sie {code("ADMIN_PASSWORD")} dort, wo dieser Server läuft, auf
        mindestens 8 Zeichen, und starten Sie ihn neu.
      </>
    ),
    password: "Passwort",
    wrong: "Falsches Passwort.",
    throttled: "Zu viele falsche Passwörter. Warten Sie 15 Minuten, und versuchen Sie es dann noch einmal.",
    logIn: "Anmelden",
    forgotten: (reviewer, code) => (
      <>
        Passwort vergessen? Legen Sie dort, wo dieser Server läuft, mit {code("ADMIN_PASSWORD")}
        {reviewer && <> oder {code("REVIEWER_PASSWORD")}</>} ein neues fest, und starten Sie ihn neu.
      </>
    ),
    programs: (link) => <>Programme lesen das Monitoring über die {link("API")}, mit einem Schlüssel, der das darf.</>,
    storeMissing: "Nichts lässt sich speichern",
    modelsAnswer: "Die Modelle geben weiterhin Schätzungen.",
    allModels: "Alle Modelle ansehen",
  },
});
