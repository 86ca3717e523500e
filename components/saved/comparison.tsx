import { useWords } from "@/components/language/use-words";
import { useWriter } from "@/components/language/use-writer";
import { describeSaved } from "./entry";
import { differingInputs, keyOf, type Saved } from "./list";
import type { SavedModel } from "./saved-model";
import { SAVED_WORDS } from "./words";

/** What a row is about stays in sight where a screen scrolls its columns. */
const STUCK = "sticky left-0 bg-paper pr-4!";

/** A reader who asks for the comparison is taken to it, also where the list above fills the screen. */
const focusOn = (heading: HTMLElement | null) => heading?.focus();

/** A cell, which on a phone is under the name of its estimate, as there is no room for columns. */
function Cell({ of, className = "", children }: { of: string; className?: string; children: string }) {
  return (
    <td role="cell" data-name={of} className={`col-span-2 whitespace-normal! ${className}`}>
      {children}
    </td>
  );
}

/** Estimates of one model side by side, a column for each; answers that differ are marked. */
export function Comparison({ compared, model }: { compared: Saved[]; model: SavedModel | undefined }) {
  const words = useWords(SAVED_WORDS);
  const write = useWriter();
  const differing = differingInputs(compared);
  const columns = compared.map((saved) => ({ key: keyOf(saved), text: describeSaved(saved, model, words, write) }));
  const isMixed = new Set(compared.map(({ version }) => version)).size > 1;
  // Without the model, one estimate may have inputs that another lacks.
  const labels = new Map(columns.flatMap(({ text }) => text.answers.map(({ name, label }) => [name, label] as const)));
  const valueOf = (text: (typeof columns)[number]["text"], name: string) =>
    text.answers.find((answer) => answer.name === name)?.value ?? "–";
  return (
    <div className="mt-6 border-t border-ink pt-4">
      <h3 ref={focusOn} tabIndex={-1} className="font-medium outline-none">
        {words.comparison}
      </h3>
      <p className="mt-1 text-small text-quiet">
        {differing.size > 0 ? words.differsMark : words.sameAnswers} {isMixed && words.otherVersions}
      </p>
      <div className="scrolls" tabIndex={0} role="group" aria-label={words.comparison}>
        <table role="table" className="data-table stacked">
          <thead role="rowgroup">
            <tr role="row">
              <th role="columnheader" scope="col" className={STUCK}>
                {words.estimate}
              </th>
              {columns.map(({ key, text }) => (
                <th
                  key={key}
                  role="columnheader"
                  scope="col"
                  className="min-w-32 align-top text-base font-medium! text-ink"
                >
                  {text.estimate}
                </th>
              ))}
            </tr>
          </thead>
          <tbody role="rowgroup">
            <tr role="row">
              <th role="rowheader" scope="row" className={STUCK}>
                {words.rangeHead}
              </th>
              {columns.map(({ key, text }) => (
                <Cell key={key} of={text.estimate}>
                  {text.range.cell}
                </Cell>
              ))}
            </tr>
            {[...labels].map(([name, label]) => (
              <tr key={name} role="row" className={differing.has(name) ? "" : "text-quiet"}>
                <th role="rowheader" scope="row" className={`${STUCK} ${differing.has(name) ? "font-medium!" : ""}`}>
                  {label}
                  {differing.has(name) && (
                    <span className="ml-1.5 text-accent">
                      <span aria-hidden="true">≠</span>
                      <span className="sr-only">{words.differs}</span>
                    </span>
                  )}
                </th>
                {columns.map(({ key, text }) => (
                  <Cell key={key} of={text.estimate} className={differing.has(name) ? "font-medium!" : ""}>
                    {valueOf(text, name)}
                  </Cell>
                ))}
              </tr>
            ))}
            <tr role="row" className="text-quiet">
              <th role="rowheader" scope="row" className={STUCK}>
                {words.savedHead}
              </th>
              {columns.map(({ key, text }) => (
                <Cell key={key} of={text.estimate}>
                  {text.day}
                </Cell>
              ))}
            </tr>
          </tbody>
        </table>
      </div>
    </div>
  );
}
