import { fork, type ChildProcess } from 'node:child_process';
import { fileURLToPath } from 'node:url';
import { Refusal } from '#domain/values/refusal.ts';
import type { Answer, Drawable } from './order.ts';

export interface Limits {
  /** Milliseconds for one paper, the child's start included; then the child is killed. */
  readonly time: number;
  /** Bytes of resident memory of a child; above it the child kills itself. */
  readonly memory: number;
  /** Papers a child renders before it gives way to a fresh one, since Typst's memory only grows. */
  readonly renders: number;
}

export interface Rendered {
  readonly bytes: Uint8Array;
  readonly pages: number;
}

/** One rendering process, one paper at a time. It does not keep the program alive while it is idle. */
export class Renderer {
  readonly #process: ChildProcess;
  readonly #limits: Limits;
  #rendered = 0;
  #dead = false;

  constructor(limits: Limits) {
    this.#limits = limits;
    this.#process = fork(fileURLToPath(new URL('worker.ts', import.meta.url)), [String(limits.memory)], {
      execArgv: [],
      serialization: 'advanced',
      stdio: ['ignore', 'ignore', 'inherit', 'ipc'],
    });
    this.#process.on('exit', () => (this.#dead = true));
    this.#idle();
  }

  get pid(): number | undefined {
    return this.#process.pid;
  }

  get isSpent(): boolean {
    return this.#dead || this.#rendered >= this.#limits.renders;
  }

  /** Refuses with `unrenderable` when the child is killed, runs out of memory, or cannot draw it. */
  render(drawing: Drawable): Promise<Rendered> {
    const id = (this.#rendered += 1);
    const { promise, resolve, reject } = Promise.withResolvers<Rendered>();
    const onMessage = (answer: Answer): void => {
      if ('ready' in answer || answer.id !== id) {
        return;
      }
      if ('fault' in answer) {
        reject(new Refusal('unrenderable', { reason: answer.fault }));
      } else {
        resolve({ bytes: answer.bytes, pages: answer.pages });
      }
    };
    const onExit = (): void => reject(new Refusal('unrenderable', { reason: 'killed' }));
    const onError = (): void => reject(new Refusal('busy'));
    const timer = setTimeout(() => this.stop(), this.#limits.time);
    this.#process.ref();
    this.#process.channel?.ref();
    this.#process.on('message', onMessage).on('exit', onExit).on('error', onError);
    if (this.#dead || !this.#process.connected) {
      onExit();
    } else {
      this.#process.send({ id, drawing });
    }
    return promise.finally(() => {
      clearTimeout(timer);
      this.#process.off('message', onMessage).off('exit', onExit).off('error', onError);
      this.#idle();
    });
  }

  stop(): void {
    this.#process.kill('SIGKILL');
  }

  #idle(): void {
    this.#process.unref();
    this.#process.channel?.unref();
  }
}
