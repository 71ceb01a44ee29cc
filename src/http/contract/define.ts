import type { z } from 'zod';
import type { Act } from '#domain/access/acts.ts';

export type Method = 'GET' | 'POST' | 'PUT' | 'DELETE';

/** What a route sends that is no JSON. `any`: the use case says which type, as of an attachment. */
export type FileType = 'application/pdf' | 'application/vnd.openxmlformats-officedocument.spreadsheetml.sheet' | 'any';

/**
 * What a request costs, for the door that bounds how much is taken on at once (http/door.ts). `submit`: whatever is judged by a deadline;
 * `look`: reads a picture, and may wait for other pictures while it does; `upload` is for the bytes of a file on their way in; `none` is
 * let in always.
 */
export type Load = 'read' | 'write' | 'submit' | 'render' | 'look' | 'password' | 'upload' | 'none';

/**
 * One route, shared by server and browser: Fastify registers it, call() in the browser is typed by it, the OpenAPI document
 * and the access matrix are made from it. `act` names its row in domain/access: a route without one does not compile.
 */
export interface Route<
  Params extends z.ZodType = z.ZodType,
  Query extends z.ZodType = z.ZodType,
  Body extends z.ZodType = z.ZodType,
  Reply extends z.ZodType = z.ZodType,
> {
  readonly method: Method;
  /** With `:name` for parameters. */
  readonly path: string;
  readonly summary: string;
  readonly act: Act;
  readonly params?: Params;
  readonly query?: Query;
  readonly body?: Body;
  /** The body is a file's bytes (application/octet-stream), at most this many; the handler gets them as `bytes`. */
  readonly upload?: number;
  /** JSON reply; absent where `file` says what bytes come back. */
  readonly reply?: Reply;
  readonly file?: FileType;
  /** A command: carries an Idempotency-Key header, and leaves an audit row. */
  readonly command?: true;
  /** Where it is not what the method says: `read` for GET, `write` for the rest. */
  readonly load?: Exclude<Load, 'upload'>;
}

/** Keeps the literal types of a route's method, path and schemas: the browser's table of paths is checked against them. */
export function route<P extends z.ZodType, Q extends z.ZodType, B extends z.ZodType, R extends z.ZodType, const M extends Method, const Path extends string>(
  definition: Route<P, Q, B, R> & { readonly method: M; readonly path: Path },
): Route<P, Q, B, R> & { readonly method: M; readonly path: Path } {
  return definition;
}
