import { randomUUID } from 'node:crypto';

/** An answer as the tests look at it. */
export interface Answer {
  readonly status: number;
  readonly headers: Headers;
  readonly bytes: Uint8Array;
  /** The body as JSON; fails on anything else. */
  readonly json: <T>() => T;
}

export interface Sending {
  readonly body?: unknown;
  /** A file, in place of a body. */
  readonly bytes?: Uint8Array;
  /** Idempotency key; a new one where absent. */
  readonly key?: string;
  readonly headers?: Readonly<Record<string, string>>;
}

/** A browser as far as the server can tell: it keeps cookies, and says where its requests come from. */
export class Client {
  readonly #base: string;
  readonly #cookies = new Map<string, string>();

  constructor(base: string) {
    this.#base = base;
  }

  async send(method: string, path: string, { body, bytes: file, key, headers = {} }: Sending = {}): Promise<Answer> {
    const response = await fetch(`${this.#base}${path}`, {
      method,
      redirect: 'manual',
      headers: {
        ...(method === 'GET' ? {} : { origin: this.#base, 'sec-fetch-site': 'same-origin', 'idempotency-key': key ?? randomUUID() }),
        ...(body === undefined ? {} : { 'content-type': 'application/json' }),
        ...(file === undefined ? {} : { 'content-type': 'application/octet-stream' }),
        ...(this.#cookies.size === 0 ? {} : { cookie: this.cookie }),
        ...headers,
      },
      ...(body === undefined ? {} : { body: typeof body === 'string' ? body : JSON.stringify(body) }),
      ...(file === undefined ? {} : { body: new Blob([new Uint8Array(file)]) }),
    });
    this.#keep(response.headers.getSetCookie());
    const bytes = new Uint8Array(await response.arrayBuffer());
    return { status: response.status, headers: response.headers, bytes, json: () => JSON.parse(new TextDecoder().decode(bytes)) };
  }

  get(path: string): Promise<Answer> {
    return this.send('GET', path);
  }

  /** The cookies as a browser would send them. */
  get cookie(): string {
    return [...this.#cookies].map(([name, value]) => `${name}=${value}`).join('; ');
  }

  #keep(cookies: readonly string[]): void {
    for (const cookie of cookies) {
      const [pair = ''] = cookie.split(';');
      const at = pair.indexOf('=');
      if (/max-age=0/i.test(cookie)) this.#cookies.delete(pair.slice(0, at));
      else this.#cookies.set(pair.slice(0, at), pair.slice(at + 1));
    }
  }
}
