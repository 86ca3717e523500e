"use client";

import Link from "next/link";
import { usePathname } from "next/navigation";
import type { ReactNode } from "react";

/** An entry of a navigation. */
export interface Way {
  href: string;
  text: ReactNode;
  /** The paths of the pages that the entry stands for, as the source of a regular expression. */
  pages: string;
  /** The paths of pages further inside. */
  section?: string;
}

function currentOf({ pages, section }: Way, path: string): "page" | "true" | undefined {
  if (new RegExp(pages).test(path)) return "page";
  return section !== undefined && new RegExp(section).test(path) ? "true" : undefined;
}

interface WayListProps {
  ways: Way[];
  /** How the list and each entry look; the entry of the current page carries `aria-current`. */
  className: string;
  entry: string;
  /** More entries, which are no links. */
  children?: ReactNode;
}

/** The entries of a navigation, with the current page marked, by the server too. */
export function WayList({ ways, className, entry, children }: WayListProps) {
  const path = usePathname();
  return (
    <ul className={className}>
      {ways.map((way) => (
        <li key={way.href}>
          {/* Pages are made when they are wanted, so that there is nothing to fetch before. */}
          <Link href={way.href} prefetch={false} aria-current={currentOf(way, path)} className={entry}>
            {way.text}
          </Link>
        </li>
      ))}
      {children}
    </ul>
  );
}
