import { renderPart } from "@/lib/testing/rendered";
import { LocaleProvider } from "#locale";
import { expect, test } from "vitest";
import { LanguageSwitch } from "./language-switch";

test("LanguageSwitch marks the language of the page, and names the page only when it is sent", () => {
  const markup = renderPart(
    <LocaleProvider locale="de">
      <LanguageSwitch />
    </LocaleProvider>,
  );
  expect(markup).toMatch(/value="de" lang="de" aria-current="true"/);
  expect(markup).toContain('<input type="hidden" name="to"/>');
});
