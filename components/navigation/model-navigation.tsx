"use client";

import { useWords } from "@/components/language/use-words";
import { useSearchParams } from "next/navigation";
import { WayList, type Way } from "./way-list";
import { NAVIGATION_WORDS } from "./words";

interface ModelNavigationProps {
  id: string;
  title: string;
  /** What goes along in an address from a result to the form and to the samples: the names of the inputs, and the like. */
  inputs: string[];
  /** Whether the reader is the owner or a reviewer, who alone see monitoring and versions. */
  inside: boolean;
}

/** The pages of one model. */
export function ModelNavigation({ id, title, inputs, inside }: ModelNavigationProps) {
  const words = useWords(NAVIGATION_WORDS);
  const page = `/models/${id}`;
  const entered = new URLSearchParams([...useSearchParams()].filter(([name]) => inputs.includes(name))).toString();
  const query = entered && `?${entered}`;
  const ways: Way[] = [
    { href: page + query, text: words.estimate, pages: `^${page}(/estimate)?$` },
    { href: `${page}/card`, text: words.accuracy, pages: `^${page}/card$` },
    { href: `${page}/batch`, text: <FromFile brief={inside} />, pages: `^${page}/batch$` },
    { href: `${page}/api${query}`, text: words.api, pages: `^${page}/api$` },
    ...(inside
      ? [
          { href: `/monitoring/${id}`, text: words.monitoring, pages: `^/monitoring/${id}$` },
          {
            href: `${page}/versions`,
            text: words.versions,
            pages: `^${page}/versions$`,
            section: `^${page}/versions/`,
          },
        ]
      : []),
  ];
  return (
    <nav
      aria-label={title}
      className="screen-only border-b border-rule lg:grid lg:grid-cols-[15rem_minmax(0,1fr)] lg:gap-x-16"
    >
      <p aria-hidden="true" className="hidden truncate text-small leading-11 font-medium lg:block">
        {title}
      </p>
      <WayList
        ways={ways}
        className="-mb-px flex flex-wrap justify-between gap-x-2 sm:justify-start sm:gap-x-7"
        entry="flex min-h-11 items-center text-caption text-quiet hover:text-accent aria-[current]:border-b-2 aria-[current]:border-accent aria-[current]:pt-0.5 aria-[current]:text-ink sm:text-small"
      />
    </nav>
  );
}

/** In short on narrow screens, where all stand in one line. */
function FromFile({ brief }: { brief: boolean }) {
  const words = useWords(NAVIGATION_WORDS);
  return (
    <span>
      <span className={brief ? "max-sm:sr-only" : "max-[24rem]:sr-only"}>{words.from}</span>
      {words.csvFile}
    </span>
  );
}
