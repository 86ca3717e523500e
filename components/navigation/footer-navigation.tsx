import { useWords } from "@/components/language/use-words";
import { WayList, type Way } from "./way-list";
import { NAVIGATION_WORDS } from "./words";

/** Where few have to go, and where the owner logs in if that is possible and not yet done. */
export function FooterNavigation({ hasLogin }: { hasLogin: boolean }) {
  const words = useWords(NAVIGATION_WORDS);
  const ways: Way[] = [
    { href: "/saved", text: words.saved, pages: "^/saved$" },
    { href: "/docs", text: words.apiReference, pages: "^/docs$" },
    { href: "/import", text: words.publish, pages: "^/import$" },
    { href: "/pipeline", text: words.pipeline, pages: "^/pipeline$" },
  ];
  const login: Way = { href: "/monitoring", text: words.ownerLogin, pages: "^/admin/keys$", section: "^/monitoring" };
  return (
    <nav aria-label={words.more} className="screen-only">
      <WayList
        ways={hasLogin ? [...ways, login] : ways}
        className="flex flex-wrap gap-x-6"
        entry="link flex min-h-11 items-center aria-[current]:no-underline"
      />
    </nav>
  );
}
