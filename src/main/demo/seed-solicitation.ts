import { changeAnswer, insertAnswer } from '#db/answers.ts';
import { appendAudit } from '#db/audit.ts';
import { saveBlock } from '#db/blocks.ts';
import { now } from '#db/clock.ts';
import { findOrganisation } from '#db/organisations.ts';
import { nextNumber } from '#db/plans.ts';
import type { Tx } from '#db/pool.ts';
import { insertProject, setProjectOwner } from '#db/projects.ts';
import { insertSolicitation, setPublished, setTerms } from '#db/solicitations.ts';
import { demoAnswers, demoSolicitation } from '#programmes/jiangsu-2022/sample/demo-solicitation.ts';
import type { Edition } from '#domain/programme/edition.ts';
import { offeredSummary } from '#usecases/offered-summary.ts';
import { proposalAt } from '#usecases/proposal-places.ts';
import type { Place } from './seed.ts';

/** A published solicitation with an answer that waits, one accepted into the zone's plan, and one declined. */
export async function seedSolicitation(tx: Tx, edition: Edition, callId: string, places: ReadonlyMap<string, Place>): Promise<void> {
  const zone = placeOf(places, `zone ${demoSolicitation.zone}`);
  const plan = await tx.selectFrom('plan').selectAll().where('zoneId', '=', zone.organisationId).executeTakeFirstOrThrow();
  const { year } = edition;
  const id = await insertSolicitation(tx, callId, zone.organisationId);
  await setTerms(tx, id, demoSolicitation.terms);
  const number = await nextNumber(tx, `ZJ${year}`, 3);
  await setPublished(tx, id, number, demoSolicitation.publishedAt);
  for (const { company: name, state, reason, ...offer } of demoAnswers) {
    const company = placeOf(places, `company ${name}`);
    const uscc = (await findOrganisation(tx, company.organisationId))?.uscc ?? null;
    const named = { companyId: company.organisationId, companyName: name, companyCode: uscc };
    const answer = await insertAnswer(tx, { solicitationId: id, ...named, state: 'offered', token: null });
    const at = await now(tx);
    await changeAnswer(tx, answer, { ...offer, offeredAt: at }, { event: 'offer', content: { ...offer }, by: company.userId });
    if (state === 'declined') {
      const change = { state, reason, decidedAt: at } as const;
      await changeAnswer(tx, answer, change, { event: 'decline', content: { reason }, by: zone.userId });
    }
    if (state === 'accepted') {
      const project = await insertProject(tx, plan.id, year);
      await setProjectOwner(tx, project.id, company.organisationId);
      const answers = offeredSummary(edition, { ...offer, ...named });
      const saved = { planId: plan.id, document: project.id, block: proposalAt.block, base: 0, savedAt: at, savedBy: zone.userId };
      await saveBlock(tx, { ...saved, answers });
      const change = { state, projectId: project.id, decidedAt: at } as const;
      await changeAnswer(tx, answer, change, { event: 'accept', content: { project: project.number }, by: zone.userId });
      const detail = { event: 'accept', answer, project: project.number, company: name, demo: true };
      await appendAudit(tx, { actor: zone.userId, organisationId: zone.organisationId, command: 'answer.accept', subject: number, detail });
    }
  }
}

function placeOf(places: ReadonlyMap<string, Place>, key: string): Place {
  const place = places.get(key);
  if (place === undefined) throw new Error(`the demonstration has no ${key}`);
  return place;
}
