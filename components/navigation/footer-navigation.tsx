import { WayList, type Way } from "./way-list";

const WAYS: Way[] = [
  { href: "/docs", text: "API reference", pages: "^/docs$" },
  { href: "/import", text: "Publish a fitted model", pages: "^/import$" },
  { href: "/pipeline", text: "Pipeline", pages: "^/pipeline$" },
];
const LOGIN: Way = { href: "/monitoring", text: "Owner login", pages: "^/admin/keys$", section: "^/monitoring" };

/** Where few have to go, and where the owner logs in if that is possible and not yet done. */
export function FooterNavigation({ hasLogin }: { hasLogin: boolean }) {
  return (
    <nav aria-label="More" className="screen-only">
      <WayList
        ways={hasLogin ? [...WAYS, LOGIN] : WAYS}
        className="flex flex-wrap gap-x-6"
        entry="link flex min-h-11 items-center aria-[current]:no-underline"
      />
    </nav>
  );
}
