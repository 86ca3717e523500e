import ErrorPage from "@/app/error";
import NotFound from "@/app/not-found";
import { renderPart, textOf } from "@/lib/testing/rendered";
import { LocaleProvider } from "#locale";
import { expect, test } from "vitest";

test("NotFound fits any address, and leads to the models and to the home page, in each language", () => {
  expect(textOf(<NotFound />)).toBe(
    "404 There is nothing at this address. The page may have been moved or deleted, or the link may be cut short. See all models Go to the home page",
  );
  expect([...renderPart(<NotFound />).matchAll(/href="([^"]*)"/g)].map(([, href]) => href)).toEqual([
    "/#all-models",
    "/",
  ]);
  const german = textOf(
    <LocaleProvider locale="de">
      <NotFound />
    </LocaleProvider>,
  );
  expect(german).toMatch(/Vielleicht wurde die Seite verschoben oder gelöscht.* Alle Modelle ansehen Zur Startseite$/);
  expect(german).not.toContain("Das Modell");
});

test("ErrorPage says what to do, and of which page nothing is lost", () => {
  const text = textOf(<ErrorPage error={Object.assign(new Error("x"), { digest: "123" })} retry={() => {}} />);
  expect(text).toContain("Try again. On the page of an estimate you lose nothing: the answers are in its address.");
  expect(text).toContain("report the reference 123.");
});
