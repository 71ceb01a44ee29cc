import type { Json } from '#domain/values/json.ts';
import type { RefusalCode } from '#domain/values/refusal.ts';

/** What the server answered instead of doing as asked; messages/refusals.ts has the sentence for each code. */
export class RefusalError extends Error {
  readonly code: RefusalCode;
  readonly detail: Readonly<Record<string, Json>>;
  /** Milliseconds after which the server would be asked again. */
  readonly retryAfter: number | undefined;

  constructor(code: RefusalCode, detail: Readonly<Record<string, Json>>, retryAfter?: number) {
    super(code);
    this.name = 'RefusalError';
    this.code = code;
    this.detail = detail;
    this.retryAfter = retryAfter;
  }
}

/** No answer came: the line is down, or the server is. Whether the request was done is unknown; asking again with the same key is safe. */
export class NetworkLoss extends Error {
  constructor() {
    super('network');
    this.name = 'NetworkLoss';
  }
}

/** An answer that the contract does not have: a fault of the program, not of the person. */
export class UnexpectedReply extends Error {
  readonly status: number;

  constructor(status: number) {
    super(`status ${status}`);
    this.name = 'UnexpectedReply';
    this.status = status;
  }
}
