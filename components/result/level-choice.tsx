"use client";

import { useWords } from "@/components/language/use-words";
import { useWriter } from "@/components/language/use-writer";
import { DEFAULT_LEVEL } from "@/lib/model/answer/level";
import Link from "next/link";
import { HEAD_CLIENT_WORDS } from "./head-client-words";

interface LevelChoiceProps {
  levels: number[];
  level: number;
  /** The address of the page at the usual level: once, since that of many answers is long. */
  path: string;
  /** What the level is called in an address. */
  name: string;
  /** Whether the estimate is outside the data, where nobody knows the share of cases. */
  outside: boolean;
}

/** The shares of cases that a range can be for, its levels: each is an address of its own. */
export function LevelChoice({ levels, level, path, name, outside }: LevelChoiceProps) {
  const words = useWords(HEAD_CLIENT_WORDS);
  const write = useWriter();
  const label = outside ? words.outside : words.levels;
  return (
    <nav aria-label={label.replace(/:$/, "")} className="screen-only text-small">
      <ul className="flex flex-wrap items-center sm:gap-x-1">
        <li aria-hidden="true" className="pr-2 text-quiet max-sm:w-full">
          {label}
        </li>
        {levels.map((each) => (
          <li key={each}>
            <Link
              href={each === DEFAULT_LEVEL ? path : `${path}&${name}=${each}`}
              prefetch={false}
              scroll={false}
              aria-current={each === level ? "true" : undefined}
              className="inline-flex min-h-11 min-w-11 items-center justify-center border-b-2 border-transparent text-quiet forced-colors:border-[Canvas] hover:text-accent aria-[current]:border-accent forced-colors:aria-[current]:border-[CanvasText] aria-[current]:font-medium aria-[current]:text-ink"
            >
              {write.share(each)}
            </Link>
          </li>
        ))}
      </ul>
    </nav>
  );
}
