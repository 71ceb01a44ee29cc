import { AsyncLocalStorage } from 'node:async_hooks';
import { subscribe } from 'node:diagnostics_channel';
import type { IncomingMessage } from 'node:http';
import pg from 'pg';
import type { Statement } from './replay.ts';

/**
 * Writes down every statement that this process sends while it answers the first request whose address ends so: only what that request
 * itself asks for, whatever else goes on. Call before the first connection is made.
 */
export function captureStatements(ending: string): { readonly begin: () => void; readonly statements: readonly Statement[] } {
  const statements: Statement[] = [];
  const within = new AsyncLocalStorage<boolean>();
  let waiting = false;
  subscribe('http.server.request.start', (message) => {
    const { request } = message as { readonly request: IncomingMessage };
    const wanted = waiting && request.url?.endsWith(ending) === true;
    if (wanted) waiting = false;
    within.enterWith(wanted);
  });
  const query = Reflect.get(pg.Client.prototype, 'query');
  Reflect.set(pg.Client.prototype, 'query', function (this: pg.Client, ...args: unknown[]) {
    const [first, second] = args;
    const text = typeof first === 'string' ? first : typeof first === 'object' && first !== null && 'text' in first ? String(first.text) : '';
    const values = typeof first === 'object' && first !== null && 'values' in first ? first.values : second;
    if (within.getStore() === true && text !== '') statements.push({ text, values: Array.isArray(values) ? values : [] });
    return Reflect.apply(query, this, args);
  });
  return { begin: () => void (waiting = true), statements };
}
