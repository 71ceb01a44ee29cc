import { changeAnswer } from '#db/answers.ts';
import { now } from '#db/clock.ts';
import { listTwinAnswers, movePapers } from '#db/move-papers.ts';
import type { Tx } from '#db/pool.ts';
import { decideAnswer, type AnswerState } from '#domain/filing/lifecycle/answer.ts';
import { Refusal } from '#domain/values/refusal.ts';

/** How far an answer is. */
const rank: Readonly<Record<AnswerState, number>> = { withdrawn: 0, declined: 0, invited: 1, offered: 2, accepted: 3 };

/**
 * What a merged organisation was at work on goes on in the surviving one. Two answers to one solicitation become one: the less
 * advanced is withdrawn, with the reason of the merger. `by`: the person who merges.
 */
export async function mergePapers(tx: Tx, from: string, into: string, { reason, by }: { readonly reason: string; readonly by: string }) {
  for (const { moving, standing } of await listTwinAnswers(tx, from, into)) {
    const ended = rank[moving.state] > rank[standing.state] ? standing : moving;
    if (ended.state === 'accepted') continue;
    const decision = decideAnswer(ended.state, 'withdraw', { by: ['owner'], reason });
    if (!decision.done) throw new Refusal(decision.code);
    await changeAnswer(tx, ended.id, { state: decision.to, reason, decidedAt: await now(tx) }, { event: 'withdraw', content: { reason }, by });
  }
  return movePapers(tx, from, into);
}
