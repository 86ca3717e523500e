import { useId, type ReactNode } from "react";

interface SectionProps {
  title: string;
  /** What an address can point at, after its "#". */
  anchor?: string;
  /** Whether it takes all the room to the right, as a table of many columns does. */
  wide?: boolean;
  /** Whether it is laid out only when it comes near the window, as a part of a very long page. */
  late?: boolean;
  children: ReactNode;
}

/** Until it is laid out, a part of a card is as high as they are on average, so that the page hardly grows. */
const LATE = "near [--unseen:85rem] md:[--unseen:50rem]";

/** A part of a page under a hairline: its head stands on the left, or above where there is no room. */
export function Section({ title, anchor, wide = false, late = false, children }: SectionProps) {
  const id = useId();
  return (
    <section
      id={anchor}
      aria-labelledby={id}
      className={`spread border-t border-rule py-8 lg:py-10 ${late ? LATE : ""}`}
    >
      <h2 id={id} className="text-base font-medium">
        {title}
      </h2>
      <div className={wide ? "min-w-0" : "max-w-[46rem] min-w-0"}>{children}</div>
    </section>
  );
}
