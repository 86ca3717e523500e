import { useWords } from "@/components/language/use-words";
import { PostForm } from "@/components/post-form";
import type { Role } from "@/lib/service/audit";
import { WayList, type Way } from "./way-list";
import { NAVIGATION_WORDS } from "./words";

const ENTRY =
  "flex min-h-11 cursor-pointer items-center text-small decoration-accent decoration-2 underline-offset-8 hover:text-accent aria-[current]:underline";

/** What only the owner and a reviewer have, on every page once one of them is logged in. */
export function OwnerMenu({ role, token }: { role: Role; token: string }) {
  const words = useWords(NAVIGATION_WORDS);
  const ways: Way[] = [
    { href: "/studio", text: words.studio, pages: "^/studio$", section: "^/studio/" },
    { href: "/monitoring", text: words.monitoring, pages: "^/monitoring$", section: "^/monitoring/" },
    { href: "/pipeline", text: words.pipeline, pages: "^/pipeline$", section: "^/admin/audit$" },
    { href: "/admin/keys", text: words.keys, pages: "^/admin/keys$" },
  ];
  return (
    <nav
      aria-label={words.roles[role]}
      className="screen-only w-full border-t border-rule sm:border-t-0 lg:w-auto lg:border-l lg:pl-5"
    >
      <WayList ways={ways} entry={ENTRY} className="flex flex-wrap justify-between gap-x-5 sm:justify-end">
        <li>
          <PostForm token={token} action="/admin/logout">
            <button className={ENTRY}>{words.logOut}</button>
          </PostForm>
        </li>
      </WayList>
    </nav>
  );
}
