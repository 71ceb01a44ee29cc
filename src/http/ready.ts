import { Refusal } from '#domain/values/refusal.ts';
import type { Deps } from '#usecases/deps.ts';
import { readClock } from '#usecases/read-public.ts';
import { isBuilt } from './web-files.ts';

/** Answers once the database does and the web app is there; until then the request is refused as busy. */
export async function refuseUnready(deps: Deps, webRoot: string | undefined): Promise<{ ready: true }> {
  if (webRoot !== undefined && !isBuilt(webRoot)) throw new Refusal('busy');
  try {
    await readClock(deps);
  } catch {
    throw new Refusal('busy');
  }
  return { ready: true };
}
