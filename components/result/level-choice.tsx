import { estimatePath } from "@/components/query";
import { formatShare } from "@/lib/model/format";
import Link from "next/link";
import { offeredLevels } from "./level";
import type { ReportProps } from "./report-props";
import { unreadLevelInWords } from "./range-sentences";

/** How often the range is to hold the truth: each level is an address of its own. */
export function LevelChoice({ model, inputs, level, unread }: ReportProps & { unread: string | undefined }) {
  return (
    <nav aria-label="Range level" className="screen-only text-small">
      <ul className="flex flex-wrap items-center sm:gap-x-1">
        <li aria-hidden="true" className="pr-2 text-quiet">
          Range<span className="max-sm:hidden"> level</span>
        </li>
        {offeredLevels(model, level).map((each) => (
          <li key={each}>
            <Link
              href={estimatePath(model.spec, inputs, each)}
              prefetch={false}
              scroll={false}
              aria-current={each === level ? "true" : undefined}
              className="inline-flex min-h-11 min-w-11 items-center justify-center border-b border-transparent text-quiet hover:text-accent aria-[current]:border-accent aria-[current]:font-medium aria-[current]:text-ink"
            >
              {formatShare(each)}
            </Link>
          </li>
        ))}
      </ul>
      {unread !== undefined && <p className="text-rust">{unreadLevelInWords(unread, level)}</p>}
    </nav>
  );
}
