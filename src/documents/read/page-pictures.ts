import { type ChildProcess, fork } from 'node:child_process';
import { fileURLToPath } from 'node:url';
import { Refusal } from '#domain/values/refusal.ts';
import { filesHeld, type PictureAnswer, type PictureOrder } from './picture-order.ts';

/** Which page to draw: of the file of this digest, so that its longer side has so many pixels. */
export interface PageWanted {
  readonly digest: string;
  readonly kind: 'pdf' | 'image';
  readonly page: number;
  readonly longest: number;
  /** A filed page is lines and letters, a scanned one a photo. */
  readonly as: 'png' | 'jpeg';
  /** Loads the file's bytes, where they are needed. */
  readonly load: () => Promise<Uint8Array>;
}

export interface PictureLimits {
  /** Milliseconds for one page; then the child is killed. */
  readonly time: number;
  /** Bytes of resident memory of the child. */
  readonly memory: number;
  /** Pages waiting beyond the one being drawn; more are refused as `busy`. */
  readonly waiting: number;
  /** Bytes of pictures that are kept. */
  readonly kept: number;
  /** Milliseconds after which an idle child ends. */
  readonly idle: number;
}

const defaultLimits: PictureLimits = { time: 30_000, memory: 1_200_000_000, waiting: 32, kept: 48_000_000, idle: 30_000 };

/** Draws pages of filed papers and scans for the eye, one at a time, in a process of its own; what was drawn is kept for a while. */
export class PagePictures {
  readonly #limits: PictureLimits;
  readonly #kept = new Map<string, Uint8Array>();
  #bytesKept = 0;
  #child: ChildProcess | undefined;
  /** Digests that the child holds open, the one used last at the end. */
  #held: string[] = [];
  #orders = 0;
  #waiting = 0;
  #last: Promise<unknown> = Promise.resolve();
  #idle: NodeJS.Timeout | undefined;

  constructor(limits: PictureLimits = defaultLimits) {
    this.#limits = limits;
  }

  /** Throws Refusal `notFound` (the file has no such page), `unrenderable` or `busy`. */
  async draw(wanted: PageWanted): Promise<Uint8Array> {
    const key = [wanted.digest, wanted.page, wanted.longest, wanted.as].join(' ');
    const known = this.#kept.get(key);
    if (known !== undefined) return known;
    if (this.#waiting > this.#limits.waiting) throw new Refusal('busy');
    this.#waiting += 1;
    const drawing = this.#last.then(() => this.#kept.get(key) ?? this.#draw(wanted));
    this.#last = drawing.catch(() => undefined);
    const picture = await drawing.finally(() => (this.#waiting -= 1));
    this.#keep(key, picture);
    return picture;
  }

  close(): void {
    clearTimeout(this.#idle);
    this.#child?.kill('SIGKILL');
    this.#forget();
  }

  async #draw({ digest, kind, page, longest, as, load }: PageWanted): Promise<Uint8Array> {
    clearTimeout(this.#idle);
    const child = (this.#child ??= this.#start());
    const id = (this.#orders += 1);
    const order: PictureOrder = { id, digest, kind, page, longest, as, ...(this.#held.includes(digest) ? {} : { bytes: await load() }) };
    this.#held = [...this.#held.filter((one) => one !== digest), digest].slice(-filesHeld);
    const answer = await this.#ask(child, order).catch((error: unknown) => {
      this.close();
      throw error;
    });
    this.#idle = setTimeout(() => this.close(), this.#limits.idle).unref();
    if ('bytes' in answer) return answer.bytes;
    if (answer.fault === 'noPage') throw new Refusal('notFound');
    this.close();
    throw new Refusal('unrenderable', { reason: answer.fault });
  }

  #ask(child: ChildProcess, order: PictureOrder): Promise<PictureAnswer> {
    const { promise, resolve, reject } = Promise.withResolvers<PictureAnswer>();
    const onMessage = (answer: PictureAnswer): void => {
      if (answer.id === order.id) resolve(answer);
    };
    const onExit = (): void => reject(new Refusal('unrenderable', { reason: 'killed' }));
    const timer = setTimeout(() => child.kill('SIGKILL'), this.#limits.time);
    child.ref();
    child.channel?.ref();
    child.on('message', onMessage).on('exit', onExit);
    if (child.connected) child.send(order, (error) => error && onExit());
    else onExit();
    return promise.finally(() => {
      clearTimeout(timer);
      child.off('message', onMessage).off('exit', onExit);
      child.unref();
      child.channel?.unref();
    });
  }

  #start(): ChildProcess {
    const child = fork(fileURLToPath(new URL('picture-worker.ts', import.meta.url)), [String(this.#limits.memory)], {
      execArgv: ['--expose-gc'],
      serialization: 'advanced',
      stdio: ['ignore', 'ignore', 'inherit', 'ipc'],
    });
    child.once('exit', () => {
      if (this.#child === child) this.#forget();
    });
    child.on('error', () => child.kill('SIGKILL'));
    return child;
  }

  #forget(): void {
    this.#child = undefined;
    this.#held = [];
  }

  #keep(key: string, picture: Uint8Array): void {
    this.#bytesKept += picture.length - (this.#kept.get(key)?.length ?? 0);
    this.#kept.set(key, picture);
    for (const [old, bytes] of this.#kept) {
      if (this.#bytesKept <= this.#limits.kept) break;
      this.#kept.delete(old);
      this.#bytesKept -= bytes.length;
    }
  }
}

/** The process-wide one. */
export const pagePictures = new PagePictures();
