import { isLoggedRead } from '#domain/access/may.ts';
import type { Deps } from '#usecases/deps.ts';
import { logRead } from '#usecases/logged-reads.ts';
import type { Context, Handlers, Input } from './context.ts';
import { routes, type Routes } from './contract/routes.ts';

type Open = { -readonly [Name in keyof Handlers]: Handlers[Name] };

/** The handlers, with every look of the auditor at content put on record after it was allowed and before it is answered. */
export function withLoggedReads(deps: Deps, handlers: Handlers): Handlers {
  const all: Open = { ...handlers };
  for (const name of Object.keys(routes) as (keyof Routes)[]) if (routes[name].method === 'GET' && isLoggedRead(routes[name].act)) log(deps, all, name);
  return all;
}

function log<Name extends keyof Routes>(deps: Deps, all: Open, name: Name): void {
  const handle: Handlers[Name] = all[name];
  const logged = async (input: Input<Name>, context: Context) => {
    const reply = await handle(input, context);
    const params: unknown = input.params;
    await logRead(deps, context.actor, routes[name].act, asParams(params));
    return reply;
  };
  all[name] = logged as Handlers[Name];
}

function asParams(params: unknown): Readonly<Record<string, string | number>> {
  return typeof params === 'object' && params !== null ? { ...params } : {};
}
