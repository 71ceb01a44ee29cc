import { Refusal } from '#domain/values/refusal.ts';
import { type Limits, Renderer, type Rendered } from './child.ts';
import type { Drawable } from './order.ts';

export interface PoolLimits extends Limits {
  readonly processes: number;
  /** Papers waiting beyond those being rendered; more are refused as `busy`. */
  readonly waiting: number;
}

export const defaultLimits: PoolLimits = { processes: 1, waiting: 64, time: 60_000, memory: 1_500_000_000, renders: 50 };

export interface Pool {
  render(drawing: Drawable): Promise<Rendered>;
  /** Starts the processes ahead of the first paper. */
  warm(): void;
  /** Stops every process; papers under way are refused. */
  close(): void;
}

interface Waiting {
  readonly drawing: Drawable;
  readonly resolve: (rendered: Rendered) => void;
  readonly reject: (reason: unknown) => void;
}

/** A few warm rendering processes with a queue before them. */
export function createPool(limits: PoolLimits = defaultLimits): Pool {
  const idle: Renderer[] = [];
  const busy = new Set<Renderer>();
  const queue: Waiting[] = [];

  function take(): Renderer {
    for (let renderer = idle.pop(); renderer !== undefined; renderer = idle.pop()) {
      if (!renderer.isSpent) {
        return renderer;
      }
      renderer.stop();
    }
    return new Renderer(limits);
  }

  function next(): void {
    while (busy.size < limits.processes) {
      const waiting = queue.shift();
      if (waiting === undefined) {
        return;
      }
      const renderer = take();
      busy.add(renderer);
      renderer
        .render(waiting.drawing)
        .then(waiting.resolve, waiting.reject)
        .finally(() => {
          busy.delete(renderer);
          if (renderer.isSpent) {
            renderer.stop();
          } else {
            idle.push(renderer);
          }
          next();
        });
    }
  }

  return {
    render(drawing) {
      if (queue.length >= limits.waiting) {
        return Promise.reject(new Refusal('busy'));
      }
      const { promise, resolve, reject } = Promise.withResolvers<Rendered>();
      queue.push({ drawing, resolve, reject });
      next();
      return promise;
    },
    warm() {
      while (idle.length + busy.size < limits.processes) {
        idle.push(new Renderer(limits));
      }
    },
    close() {
      for (const waiting of queue.splice(0)) {
        waiting.reject(new Refusal('busy'));
      }
      for (const renderer of [...idle.splice(0), ...busy]) {
        renderer.stop();
      }
    },
  };
}
