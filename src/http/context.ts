import type { z } from 'zod';
import type { Json } from '#domain/values/json.ts';
import type { Session } from '#usecases/session.ts';
import type { Routes } from './contract/routes.ts';

/** What a handler knows of a request beside its parsed parameters and body. */
export interface Context {
  /** Who asks; null when nobody is signed in. */
  readonly actor: Session | null;
  /** The request's own headers, with the client's address as this server saw it. */
  readonly headers: Headers;
  /** Idempotency key; empty for routes that are not commands. */
  readonly key: string;
  /** Milliseconds since the request's body had arrived in full, on a clock that never jumps. */
  readonly elapsed: () => number;
  /** Adds a cookie to the answer, as the header's whole value. */
  readonly setCookie: (cookie: string) => void;
}

/** What a part of a route parses to; a route without that part infers `unknown`. */
type Part<Name extends keyof Routes, P extends 'params' | 'query' | 'body' | 'reply'> = NonNullable<Routes[Name][P]> extends z.ZodType<infer T> ? T : never;

export interface Input<Name extends keyof Routes> {
  readonly params: Part<Name, 'params'>;
  readonly query: Part<Name, 'query'>;
  readonly body: Part<Name, 'body'>;
  /** The uploaded file; empty for a route that takes none. */
  readonly bytes: Uint8Array;
}

/** Bytes that are sent as they are. */
export class Bytes {
  readonly bytes: Uint8Array;
  readonly type: string;
  /** Entity tag: the bytes' or their source's digest. */
  readonly tag?: string;
  /** The address always means these bytes. */
  readonly immutable: boolean;
  /** File name offered for saving. */
  readonly name?: string;
  /** Saved, never shown by the browser itself. */
  readonly saved: boolean;

  constructor(
    bytes: Uint8Array,
    type: string,
    more: { readonly tag?: string; readonly immutable?: boolean; readonly name?: string; readonly saved?: boolean } = {},
  ) {
    this.bytes = bytes;
    this.type = type;
    if (more.tag !== undefined) this.tag = more.tag;
    this.immutable = more.immutable ?? false;
    this.saved = more.saved ?? false;
    if (more.name !== undefined) this.name = more.name;
  }
}

/** What handlers answer with may be read-only, free JSON included. */
type ReadOnly<T> = [z.core.util.JSONType] extends [T] ? Json : T extends object ? { readonly [K in keyof T]: ReadOnly<T[K]> } : T;

/** A route without a JSON reply sends bytes; one with a reply may send it ready made. */
type Reply<Name extends keyof Routes> = (unknown extends Part<Name, 'reply'> ? never : ReadOnly<Part<Name, 'reply'>>) | Bytes;

/** One handler for each route of the contract: a missing one does not compile. */
export type Handlers = { readonly [Name in keyof Routes]: (input: Input<Name>, context: Context) => Promise<Reply<Name>> };
