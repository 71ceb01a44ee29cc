import { useQuery } from '@tanstack/react-query';
import { Outlet, useMatches, useParams, useRouterState } from '@tanstack/react-router';
import { lazy, Suspense, useEffect, useRef, useSyncExternalStore } from 'react';
import { plansQuery } from '#web/api/queries.ts';
import { isSignInWanted, subscribeSignIn } from '#web/api/sign-in-again.ts';
import { useOutlineProgress } from '#web/progress/use-outline-progress.ts';
import { useFormProgress } from '#web/progress/use-progress.ts';
import { useProofProgress } from '#web/progress/use-proof-progress.ts';
import { Loading } from '#web/components/loading.tsx';
import { shell } from '#web/messages/shell.ts';
import { navOf } from './nav-items.ts';
import { useMe } from './session.ts';
import { NavItems } from './side-nav.tsx';
import { TopBar } from './top-bar.tsx';
import { useGatheringNav } from './use-gathering-nav.ts';

const loadSignIn = () => import('./sign-in-again-dialog.tsx');
const SignInAgainDialog = lazy(async () => ({ default: (await loadSignIn()).SignInAgainDialog }));
const MustPage = lazy(async () => ({ default: (await import('#web/pages/account/must-page.tsx')).MustPage }));

/** The frame of every page: skip link, top bar, navigation, main. */
export function Shell() {
  const me = useMe();
  const { plan: planId } = useParams({ strict: false });
  const { data: plans } = useQuery({ ...plansQuery, enabled: me !== null && me !== undefined && me.must === null && me.kind !== 'admin' });
  const plan = plans?.find((row) => row.id === planId) ?? (me?.kind === 'zone' ? plans?.find((row) => row.state !== 'ended') : undefined);
  const progress = useFormProgress(me?.kind === 'zone' ? plan?.id : undefined);
  const sections = useOutlineProgress(me?.kind === 'zone' ? plan?.id : undefined);
  const proofs = useProofProgress(me?.kind === 'zone' ? plan?.id : undefined);
  const gathering = useGatheringNav(me, plan?.id);
  const groups = me && !me.must ? navOf(me, plan, progress, sections, proofs, gathering) : [];
  const work = useMatches({ select: (matches) => matches.some((match) => match.staticData.work === true) });
  const main = useRef<HTMLElement>(null);
  const wanted = useSyncExternalStore(subscribeSignIn, isSignInWanted);
  useArrival(main);
  useSignInAtHand(me !== null && me !== undefined);

  return (
    <>
      <a className="skip" href="#main">
        {shell.skip}
      </a>
      <TopBar me={me} groups={groups} />
      <div className={`shell ${me && !me.must ? (work ? 'shell-rail' : 'shell-side') : ''}`}>
        {me && !me.must && (
          <nav className="side" aria-label={shell.mainNav}>
            <NavItems groups={groups} />
          </nav>
        )}
        <main id="main" ref={main} tabIndex={-1}>
          {me?.must ? (
            <Suspense fallback={<Loading />}>
              <MustPage me={me} step={me.must} />
            </Suspense>
          ) : (
            <Outlet />
          )}
        </main>
      </div>
      {wanted && (
        <Suspense>
          <SignInAgainDialog />
        </Suspense>
      )}
    </>
  );
}

/** Milliseconds after the page; nobody waits for it. */
const soon = 3_000;

/** Loads what signs in again before a session ends: by then the line may be down. */
function useSignInAtHand(signedIn: boolean): void {
  useEffect(() => {
    if (!signedIn) return undefined;
    const timer = setTimeout(() => void loadSignIn().catch(() => undefined), soon);
    return () => clearTimeout(timer);
  }, [signedIn]);
}

/** Names the page in the window's title, and on every later page moves the focus to its h1, so that it is read out. */
function useArrival(main: React.RefObject<HTMLElement | null>): void {
  const path = useRouterState({ select: (state) => state.resolvedLocation?.pathname });
  const hash = useRouterState({ select: (state) => state.resolvedLocation?.hash });
  const title = useMatches({ select: (matches) => matches.at(-1)?.staticData.title });
  const first = useRef(true);
  useEffect(() => {
    if (title) document.title = shell.titleOf(title);
  }, [title]);
  useEffect(() => {
    if (path === undefined) return;
    if (first.current) {
      first.current = false;
      return;
    }
    if (hash) return;
    const area = main.current;
    if (!area || focusHeading(area)) return;
    // The page is still on its way: its heading takes the focus when it comes, unless the person has moved on.
    area.focus({ preventScroll: true });
    const watch = new MutationObserver(() => {
      if (document.activeElement !== area || focusHeading(area)) watch.disconnect();
    });
    watch.observe(area, { childList: true, subtree: true });
    return () => watch.disconnect();
  }, [path, hash, main]);
}

function focusHeading(area: HTMLElement): boolean {
  const heading = area.querySelector<HTMLElement>('h1');
  if (!heading) return false;
  if (!heading.hasAttribute('tabindex')) heading.tabIndex = -1;
  heading.focus({ preventScroll: true });
  return true;
}
