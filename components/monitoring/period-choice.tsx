import { useWords } from "@/components/language/use-words";
import Link from "next/link";
import { MONITORING_WORDS } from "./words";

const PERIODS = [7, 30, 90];

/** How far to look back, as links: the choice is in the address. */
export function PeriodChoice({ path, days }: { path: string; days: number }) {
  const words = useWords(MONITORING_WORDS);
  return (
    <nav aria-label={words.period} className="screen-only mt-8">
      <ul className="flex flex-wrap gap-x-6">
        {PERIODS.map((each) => (
          <li key={each}>
            <Link
              href={`${path}?days=${each}`}
              aria-current={each === days ? "page" : undefined}
              className="link inline-flex min-h-11 items-center text-small aria-[current]:font-medium aria-[current]:no-underline"
            >
              {words.days(each)}
            </Link>
          </li>
        ))}
      </ul>
    </nav>
  );
}
