import { Worker } from 'node:worker_threads';
import { createCompiler } from './compiler.ts';
import type { Answer, Order } from './order.ts';
import { renderDrawing } from './two-pass.ts';

/*
 * The rendering child process. Typst compiles without ever yielding, so the parent holds the clock (a kill), and a thread of
 * this process watches the memory, which is Typst's own and which no V8 limit sees.
 */
const memoryLimit = Number(process.argv[2]);
const watchdog = `setInterval(() => { if (process.memoryUsage.rss() > ${memoryLimit}) process.kill(process.pid, 'SIGKILL'); }, 50);`;
new Worker(watchdog, { eval: true }).unref();

const compiler = createCompiler();

process.on('disconnect', () => process.exit(0));
process.on('message', (order: Order) => {
  let answer: Answer;
  try {
    answer = { id: order.id, ...renderDrawing(order.drawing, compiler.compile) };
  } catch (error) {
    answer = { id: order.id, fault: error instanceof Error ? error.message : String(error) };
  }
  // A parent that was killed meanwhile takes no answer.
  process.send?.(answer, (error) => error && process.exit(0));
  compiler.forget();
});
process.send?.({ ready: true } satisfies Answer);
