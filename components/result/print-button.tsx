"use client";

export function PrintButton() {
  return (
    <button type="button" className="link min-h-11 cursor-pointer noscript:hidden" onClick={() => window.print()}>
      Print
    </button>
  );
}
