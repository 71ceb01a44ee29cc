/** One try of a request, as the client saw it. */
export interface Attempt {
  readonly operation: Operation;
  readonly client: string;
  /** Idempotency key; empty for what is only read. */
  readonly key: string;
  /** Milliseconds since the run began. */
  readonly from: number;
  readonly to: number;
  /** 0: no answer came. */
  readonly status: number;
  readonly code: string | undefined;
}

export type Operation = 'signIn' | 'read' | 'check' | 'save' | 'upload' | 'submit' | 'download' | 'cityOpinion' | 'recommend';

/** What a client was told has been done: every one of them must be found afterwards. */
export type Acknowledged =
  | {
      readonly kind: 'save';
      readonly key: string;
      readonly plan: string;
      readonly document: string;
      readonly block: string;
      readonly base: number;
      readonly version: number;
      /** SM3 of the answers in canonical JSON. */
      readonly digest: string;
    }
  | { readonly kind: 'upload'; readonly key: string; readonly plan: string; readonly file: string; readonly digest: string }
  | {
      readonly kind: 'submit';
      readonly key: string;
      /** The plan's number. */
      readonly plan: string;
      readonly receipt: string;
      readonly version: number;
      readonly digest: string;
      readonly papers: readonly string[];
      readonly arrivedAt: string;
    }
  /** Bytes that were read back, against the digest on the receipt. */
  | { readonly kind: 'paper'; readonly plan: string; readonly version: number; readonly expected: string; readonly digest: string }
  | { readonly kind: 'recommend'; readonly key: string; readonly plan: string; readonly city: string };

/** A submission that was refused as too late. */
export interface Late {
  readonly plan: string;
  readonly key: string;
  readonly arrivedAt: string;
}

export interface History {
  readonly attempts: readonly Attempt[];
  readonly acknowledged: readonly Acknowledged[];
  readonly late: readonly Late[];
}

/** What the database holds in the end. */
export interface Stored {
  readonly deadline: string;
  readonly saves: readonly { readonly plan: string; readonly document: string; readonly block: string; readonly version: number; readonly digest: string }[];
  readonly blocks: readonly { readonly plan: string; readonly document: string; readonly block: string; readonly version: number }[];
  readonly files: readonly { readonly id: string; readonly plan: string; readonly digest: string }[];
  readonly versions: readonly { readonly plan: string; readonly n: number; readonly digest: string; readonly receipt: string; readonly filedAt: string }[];
  /** Digests of every stored file, measured anew from its bytes. */
  readonly bytes: readonly string[];
  readonly receipts: readonly { readonly number: string; readonly plan: string; readonly version: number; readonly arrivedAt: string }[];
  /** Audit rows that changed something, by their command's key. */
  readonly effects: readonly { readonly key: string; readonly command: string; readonly subject: string }[];
  /** Begins and ends of recommendations, in the order in which they happened. */
  readonly slots: readonly { readonly city: string; readonly plan: string; readonly event: 'recommend' | 'unrecommend' }[];
  readonly auditOk: boolean;
}
