/** The mark: a house drawn as four panes of glass, so that one sees through it. */
export function Wordmark() {
  return (
    <>
      <svg
        width="20"
        height="22"
        viewBox="0 0 20 22"
        fill="none"
        stroke="currentColor"
        strokeWidth="1.5"
        aria-hidden="true"
      >
        <path d="M1 21V8.5L10 1l9 7.5V21zM10 1v20M1 13.5h18" strokeLinejoin="round" />
      </svg>
      Glasshouse
    </>
  );
}
