/** The mark on the whole page while another one is on its way; globals.css shows a line for it. */
const MARK = "loading";
/** A page that has not come by then has failed, and says so itself. */
const LONGEST_MILLISECONDS = 30_000;

let giveUp: ReturnType<typeof setTimeout> | undefined;

/** Shows that a page is on its way, unless it is this one, of which a link leads to another part. */
export function showLoading(url: string): void {
  const { pathname, search } = new URL(url, location.href);
  if (pathname === location.pathname && search === location.search) return;
  document.documentElement.dataset[MARK] = "";
  clearTimeout(giveUp);
  giveUp = setTimeout(hideLoading, LONGEST_MILLISECONDS);
}

export function hideLoading(): void {
  clearTimeout(giveUp);
  delete document.documentElement.dataset[MARK];
}
