import { randomUUID } from 'node:crypto';
import { insertArrival } from '#db/arrivals.ts';
import { insertConfirmation } from '#db/confirmations.ts';
import { keepFile } from '#db/files.ts';
import { insertMending } from '#db/mendings.ts';
import { awaitPaper, insertLiveRecommendation } from '#db/plan-recommendations.ts';
import type { PlanRow } from '#db/plans.ts';
import type { Tx } from '#db/pool.ts';

const at = '2022-04-12T06:32:00.000Z';

/** One row in each table that keeps how a plan was mended, of which version 1 is frozen. */
export async function freezeMending(tx: Tx, { id: planId, cityId }: PlanRow, person: string): Promise<void> {
  await insertArrival(tx, { actor: person, key: 'k', saysDigest: 'd', planId }, at);
  await awaitPaper(tx, planId);
  const { id: intakeId } = await tx.selectFrom('intake').select('id').where('planId', '=', planId).executeTakeFirstOrThrow();
  await insertMending(tx, { intakeId, n: 1, deadline: at, reason: '补正', parts: [], paper: ['letter'], askedBy: person });
  const letterDigest = await keepFile(tx, 'application/pdf', new TextEncoder().encode('%PDF-letter'));
  const id = randomUUID();
  await insertLiveRecommendation(tx, {
    id,
    planId,
    n: 1,
    cityId,
    documentNumber: '云科函〔2022〕1号',
    letterDigest,
    letterPages: 2,
    madeBy: person,
    madeAt: at,
  });
  await insertConfirmation(tx, { recommendationId: id, n: 2, letterDigest, letterPages: 2, confirmedBy: person, confirmedAt: at });
}
