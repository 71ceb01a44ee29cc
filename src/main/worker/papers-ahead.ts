import { Refusal } from '#domain/values/refusal.ts';
import { drawAhead } from '#usecases/plan-papers.ts';

/** Plans that may wait; whoever comes beyond them has its papers drawn when it is submitted. */
const most = 50;

/**
 * Draws the papers of plans that are ready to be submitted, one plan at a time. A plan that is named again while it waits is drawn once,
 * and once more where it is named while it is being drawn: it may have changed. What cannot be drawn, the filer is told at submission.
 */
export function openPapersAhead(deps: Parameters<typeof drawAhead>[0], report: (error: unknown) => void): (plan: string) => void {
  const waiting = new Set<string>();
  /** Plan → its text that was drawn, or tried, last. */
  const tried = new Map<string, string>();
  let busy = false;
  async function drawAll(): Promise<void> {
    busy = true;
    for (const plan of waiting) {
      waiting.delete(plan);
      const isNew = (text: string): boolean => {
        if (tried.get(plan) === text) return false;
        tried.set(plan, text);
        return true;
      };
      await drawAhead(deps, plan, isNew).catch((error: unknown) => error instanceof Refusal || report(error));
    }
    busy = false;
  }
  return (plan) => {
    if (waiting.size >= most) return;
    waiting.add(plan);
    if (!busy) void drawAll();
  };
}
