/**
 * A session that ended while a page was open. Whoever met the 401 waits here; the shell shows one dialog over the page,
 * which stays as it is with everything typed, and answers all who wait.
 */
type Answer = (signedIn: boolean) => void;

const waiting = new Set<Answer>();
const listeners = new Set<() => void>();
let expected = false;

/** Says whether someone is signed in as far as this page knows: only then is a 401 an ended session. */
export function expectSession(signedIn: boolean): void {
  expected = signedIn;
}

export function isSessionExpected(): boolean {
  return expected;
}

/** Resolves true once the person signed in again, false when they would not, or nobody was signed in. */
export function signInAgain(): Promise<boolean> {
  if (!expected) return Promise.resolve(false);
  return new Promise((resolve) => {
    waiting.add(resolve);
    for (const listener of listeners) listener();
  });
}

/** Answers everyone who waits. */
export function answerSignIn(signedIn: boolean): void {
  for (const answer of waiting) answer(signedIn);
  waiting.clear();
  for (const listener of listeners) listener();
}

/** For useSyncExternalStore. */
export function subscribeSignIn(listener: () => void): () => void {
  listeners.add(listener);
  return () => listeners.delete(listener);
}

export function isSignInWanted(): boolean {
  return waiting.size > 0;
}
