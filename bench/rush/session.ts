import { randomUUID } from 'node:crypto';
import { setTimeout } from 'node:timers/promises';
import { publicUrl } from './apps.ts';
import type { Attempt, Operation } from './history.ts';

export interface Ask {
  readonly operation: Operation;
  readonly method: 'GET' | 'POST' | 'PUT';
  readonly path: string;
  readonly body?: unknown;
  readonly bytes?: Uint8Array;
  readonly key?: string;
}

export interface Reply {
  readonly status: number;
  readonly bytes: Uint8Array;
  readonly json: <T>() => T;
}

/** What all sessions share: where the servers are, what was tried, when the run began. */
export interface Ground {
  /** As a load balancer would: the first that takes a connection. */
  readonly bases: readonly string[];
  readonly attempts: Attempt[];
  readonly began: number;
  /** Milliseconds since the run began, after which nobody tries any more. */
  readonly until: number;
}

const lost: Reply = { status: 0, bytes: new Uint8Array(), json: () => JSON.parse('null') };

/** A browser as far as the servers can tell: cookies, the page's own origin, one key over all tries, waiting as the server asks. */
export class Session {
  readonly name: string;
  readonly #ground: Ground;
  readonly #cookies = new Map<string, string>();
  #at: number;

  constructor(name: string, ground: Ground, first: number) {
    this.name = name;
    this.#ground = ground;
    this.#at = first;
  }

  /** Asks until there is an answer other than "busy"; throws where the run is over before. */
  async ask(ask: Ask): Promise<Reply> {
    const key = ask.method === 'GET' ? '' : (ask.key ?? randomUUID());
    for (let tries = 0; ; tries++) {
      const { reply, retryAfter } = await this.#try({ ...ask, key });
      if (reply.status !== 0 && reply.status !== 503) return reply;
      if (this.#now() > this.#ground.until) throw new Error(`${this.name}: ${ask.operation} was never answered`);
      if (reply.status === 0) this.#at += 1;
      const wait = retryAfter ?? [400, 1_200, 3_000][Math.min(tries, 2)] ?? 0;
      await setTimeout(wait * (1 + Math.random() / 2));
    }
  }

  /** The same, where nothing but success is expected. */
  async must(ask: Ask): Promise<Reply> {
    const reply = await this.ask(ask);
    if (reply.status !== 200)
      throw new Error(`${this.name}: ${ask.method} ${ask.path} answered ${reply.status} ${new TextDecoder().decode(reply.bytes).slice(0, 500)}`);
    return reply;
  }

  #now(): number {
    return performance.now() - this.#ground.began;
  }

  async #try({ operation, method, path, body, bytes, key = '' }: Ask): Promise<{ reply: Reply; retryAfter: number | undefined }> {
    const from = this.#now();
    let reply = lost;
    let retryAfter: number | undefined;
    try {
      const response = await fetch(`${this.#ground.bases[this.#at % this.#ground.bases.length]}${path}`, {
        method,
        headers: {
          cookie: [...this.#cookies].map(([name, value]) => `${name}=${value}`).join('; '),
          ...(method === 'GET' ? {} : { origin: publicUrl, 'sec-fetch-site': 'same-origin', 'idempotency-key': key }),
          ...(body === undefined ? {} : { 'content-type': 'application/json' }),
          ...(bytes === undefined ? {} : { 'content-type': 'application/octet-stream' }),
        },
        ...(body === undefined ? {} : { body: JSON.stringify(body) }),
        ...(bytes === undefined ? {} : { body: new Blob([new Uint8Array(bytes)]) }),
      });
      for (const cookie of response.headers.getSetCookie()) {
        const [pair = ''] = cookie.split(';');
        this.#cookies.set(pair.slice(0, pair.indexOf('=')), pair.slice(pair.indexOf('=') + 1));
      }
      const read = new Uint8Array(await response.arrayBuffer());
      reply = { status: response.status, bytes: read, json: () => JSON.parse(new TextDecoder().decode(read)) };
      const seconds = Number(response.headers.get('retry-after'));
      retryAfter = seconds > 0 ? seconds * 1_000 : undefined;
    } catch {
      // No answer, or half of one: whether it was done is unknown.
    }
    this.#ground.attempts.push({ operation, client: this.name, key, from, to: this.#now(), status: reply.status, code: codeOf(reply) });
    return { reply, retryAfter };
  }
}

function codeOf(reply: Reply): string | undefined {
  return reply.status >= 400 ? reply.json<{ code?: string }>().code : undefined;
}
