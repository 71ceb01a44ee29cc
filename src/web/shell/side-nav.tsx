import { Link, useLocation } from '@tanstack/react-router';
import { Icon } from '#web/components/icon.tsx';
import type { NavGroup } from './nav-items.ts';

/** The items of a navigation, in their groups. The caller gives the nav element its name. */
export function NavItems({ groups, onGo }: { readonly groups: readonly NavGroup[]; readonly onGo?: () => void }) {
  const here = useLocation({ select: ({ pathname }) => pathname });
  return groups.map((group) => (
    <div key={group.title ?? group.items[0]?.to}>
      {group.title && <h2>{group.title}</h2>}
      <ul>
        {group.items.map((item) => (
          <li key={item.to}>
            <Link
              to={item.to}
              activeOptions={{ includeHash: false, includeSearch: false, exact: hasBelow(item.to, groups) }}
              {...(item.also?.test(here) ? { 'aria-current': 'page' as const } : {})}
              {...(onGo ? { onClick: onGo } : {})}
            >
              <Icon name={item.icon} />
              <span className="word">{item.word}</span>
              {item.progress && <span className="progress">{item.progress}</span>}
            </Link>
          </li>
        ))}
      </ul>
    </div>
  ));
}

/** Another item leads to a page below this one's: only one of the two is the page at hand. */
function hasBelow(to: string, groups: readonly NavGroup[]): boolean {
  return groups.some((group) => group.items.some((item) => item.to.startsWith(`${to}/`)));
}
