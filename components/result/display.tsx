/** Fewer characters are as large as this many: the stylesheet begins here. */
const SHORTEST = 4;

/** A figure as large as its line allows: it fills the column, up to display size. */
export function Display({ children }: { children: string }) {
  return (
    <span className="@container block">
      <span
        className="display-figure -ml-[0.05em] block leading-[0.95] tracking-[-0.055em] whitespace-nowrap"
        data-length={Math.max(SHORTEST, children.length)}
      >
        {children}
      </span>
    </span>
  );
}
