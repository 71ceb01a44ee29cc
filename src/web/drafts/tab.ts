import { freshKey } from '#web/api/fresh-key.ts';

/** Name of this tab: the same after a reload or a crash, another one for each open tab. */
let name: Promise<string> | undefined;

const slot = 'jiqun-tab';
const lockName = (tab: string): string => `jiqun-tab-${tab}`;

export function thisTab(): Promise<string> {
  name ??= claim(sessionStorage.getItem(slot) ?? freshKey());
  return name;
}

/** Tabs of this browser that are open now, this one not counted. Empty where the browser cannot tell: then a draft may be offered twice, never lost. */
export async function otherOpenTabs(): Promise<ReadonlySet<string>> {
  const own = await thisTab();
  if (!('locks' in navigator)) return new Set();
  const { held = [] } = await navigator.locks.query();
  const tabs = held.flatMap((lock) => (lock.name?.startsWith(lockName('')) ? [lock.name.slice(lockName('').length)] : []));
  return new Set(tabs.filter((tab) => tab !== own));
}

/** Settles when that tab is gone: a crashed one may hold its name for a moment after the next has opened. */
export async function closingOf(tab: string): Promise<void> {
  await navigator.locks.request(lockName(tab), () => {});
}

/** A duplicated tab brings its original's name along: whoever cannot take the name's lock takes another name. */
async function claim(wanted: string): Promise<string> {
  const tab = !('locks' in navigator) || (await hold(wanted)) ? wanted : freshKey();
  if (tab !== wanted) await hold(tab);
  sessionStorage.setItem(slot, tab);
  return tab;
}

/** Takes the lock for as long as the tab lives. */
function hold(tab: string): Promise<boolean> {
  if (!('locks' in navigator)) return Promise.resolve(true);
  return new Promise((resolve) => {
    void navigator.locks.request(lockName(tab), { ifAvailable: true }, (lock) => {
      resolve(lock !== null);
      return lock ? new Promise(() => {}) : undefined;
    });
  });
}
