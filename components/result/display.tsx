/** A figure as large as its line allows: it fills the column, up to display size. */
export function Display({ children }: { children: string }) {
  return (
    <span className="@container block">
      <span
        className="-ml-[0.05em] block leading-[0.95] tracking-[-0.055em] whitespace-nowrap"
        // A tabular figure set this tight is about 0.52 of its size wide.
        style={{ fontSize: `min(10rem, calc(100cqi / ${0.52 * children.length}))` }}
      >
        {children}
      </span>
    </span>
  );
}
