"use client";

import { useWords } from "@/components/language/use-words";
import { useWriter } from "@/components/language/use-writer";
import { useState, type FormEvent } from "react";
import { CONTENTS_WORDS } from "./contents-words";
import { searchContents, type Group } from "./search-contents";

/** The contents of the reference beside it, or folded above it on a phone; where scripts run, with a search. */
export function SideNavigation({ groups }: { groups: Group[] }) {
  const words = useWords(CONTENTS_WORDS);
  const write = useWriter();
  const [search, setSearch] = useState("");
  const searched = search.trim() !== "";
  const found = searchContents(groups, search);
  const { one, many, no } = words.matches;
  const count = found.reduce((sum, { lines }) => sum + lines.length, 0);

  /** Enter leads to the first match. */
  function follow(event: FormEvent) {
    event.preventDefault();
    const [first] = found[0]?.lines ?? [];
    if (searched && first) location.hash = first.href;
  }

  return (
    <nav
      aria-label={words.contents}
      className="screen-only mt-4 max-lg:border-t max-lg:border-rule lg:sticky lg:top-0 lg:max-h-dvh lg:self-start lg:overflow-y-auto lg:overscroll-contain lg:pb-8"
    >
      {/* What it shows follows it, so that only phones fold it. */}
      <details className="peer lg:hidden">
        <summary className="min-h-11 cursor-pointer py-2.5 text-small">{words.all}</summary>
      </details>
      <div className="max-lg:hidden max-lg:pb-6 max-lg:peer-open:block">
        <form role="search" onSubmit={follow} className="bg-paper pb-2 lg:sticky lg:top-0 lg:pt-6 noscript:hidden">
          <label htmlFor="contents-search" className="text-small text-quiet">
            {words.search}
          </label>
          <div className="field mt-1">
            <input
              id="contents-search"
              type="search"
              value={search}
              onChange={(event) => setSearch(event.target.value)}
              placeholder={words.examples}
              autoComplete="off"
              autoCapitalize="off"
              spellCheck={false}
              className="min-h-11 w-full bg-transparent px-3 text-small outline-none placeholder:text-quiet"
            />
          </div>
          <p role="status" className="mt-1 min-h-5 text-caption text-quiet">
            {searched && (count === 0 ? no : write.count(count, one, many))}
          </p>
        </form>
        {found.map(({ href, title, lang, lines }) => (
          <div key={href} className="pb-4">
            <a
              href={href}
              lang={lang}
              className="flex items-center py-0.5 text-small font-medium hover:text-accent max-lg:min-h-11"
            >
              {title}
            </a>
            <ul lang="en">
              {lines.map(({ href, text, mark, path }) => (
                <li key={href}>
                  <a
                    href={href}
                    className="flex items-baseline gap-x-2 py-0.5 text-small text-quiet hover:text-accent max-lg:min-h-11 max-lg:py-2"
                  >
                    {mark && <span className="w-[6.5ch] shrink-0 font-mono text-caption">{mark}</span>}
                    <span className="min-w-0 wrap-anywhere">
                      {text}
                      {searched && path && <span className="block font-mono text-caption">{path}</span>}
                    </span>
                  </a>
                </li>
              ))}
            </ul>
          </div>
        ))}
      </div>
    </nav>
  );
}
