import type { CallDocumentRow } from '#db/call-papers.ts';
import { findCallDocument, findQuestion, insertCallDocument, insertQuestion, removeCallDocument, setAnswer } from '#db/call-papers.ts';
import { findOpenCall } from '#db/calls.ts';
import { digestOf, findFile, keepFile, type StoredFile } from '#db/files.ts';
import { judgeFile } from '#domain/files/judge-file.ts';
import { Refusal } from '#domain/values/refusal.ts';
import { authorise } from './authorise.ts';
import { holdCall } from './call-access.ts';
import { atOnce, command } from './command.ts';
import type { Deps } from './deps.ts';
import { tellPeople } from './notify.ts';
import type { Session } from './session.ts';

/** Official documents and templates: PDF and Word. */
export const mostDocumentBytes = 20 * 1_048_576;

export async function attachToCall(deps: Deps, asker: Session | null, key: string, id: string, rawName: string, bytes: Uint8Array): Promise<{ id: string }> {
  return command(
    deps,
    { session: asker, key, act: 'call.attach', says: { call: id, name: rawName, digest: digestOf(bytes) } },
    atOnce(async (tx) => {
      const { call, session } = await holdCall(tx, asker, 'call.attach', id);
      const judged = judgeFile(bytes, rawName, { bytes: mostDocumentBytes, kinds: ['pdf', 'docx'] });
      if ('fault' in judged) throw new Refusal('badFile', { ...judged });
      const digest = await keepFile(tx, judged.mediaType, bytes);
      const document = await insertCallDocument(tx, { callId: call.id, name: judged.name, digest, size: bytes.length, addedBy: session.person });
      return { reply: { id: document }, subject: call.id, detail: { event: 'attach', name: judged.name, digest } };
    }),
  );
}

export async function takeDownDocument(deps: Deps, asker: Session | null, key: string, id: string, documentId: string): Promise<{ done: true }> {
  return command(
    deps,
    { session: asker, key, act: 'call.attach', says: { call: id, remove: documentId } },
    atOnce(async (tx) => {
      const { call } = await holdCall(tx, asker, 'call.attach', id);
      const document = await findCallDocument(tx, documentId);
      if (document === undefined || document.callId !== call.id) throw new Refusal('notFound');
      await removeCallDocument(tx, document.id);
      return { reply: { done: true }, subject: call.id, detail: { event: 'takeDown', name: document.name, digest: document.digest } };
    }),
  );
}

/** A document of the open call, for everybody. */
export async function readCallDocument(deps: Deps, id: string): Promise<{ row: CallDocumentRow; file: StoredFile }> {
  const row = await findCallDocument(deps.db, id);
  const open = await findOpenCall(deps.db);
  const file = row === undefined || row.callId !== open?.id ? undefined : await findFile(deps.db, row.digest);
  if (row === undefined || file === undefined) throw new Refusal('notFound');
  return { row, file };
}

/** Asks the province about the open call. */
export async function askQuestion(deps: Deps, asker: Session | null, key: string, question: string): Promise<{ id: string }> {
  return command(
    deps,
    { session: asker, key, act: 'call.ask', says: { question } },
    atOnce(async (tx) => {
      const session = authorise(asker, 'call.ask', { kind: 'own' });
      const call = await findOpenCall(tx);
      if (call === undefined) throw new Refusal('wrongState');
      if (question.trim() === '') throw new Refusal('badRequest');
      const id = await insertQuestion(tx, { callId: call.id, question: question.trim(), askedBy: session.person, organisationId: session.organisation });
      return { reply: { id }, subject: call.id, detail: { event: 'ask', question: id } };
    }),
  );
}

/** Answers, or mends an answer; everybody reads it from then on. */
export async function answerQuestion(deps: Deps, asker: Session | null, key: string, id: string, questionId: string, answer: string): Promise<{ done: true }> {
  return command(
    deps,
    { session: asker, key, act: 'call.answer', says: { call: id, question: questionId, answer } },
    atOnce(async (tx) => {
      const { call, session } = await holdCall(tx, asker, 'call.answer', id);
      const question = await findQuestion(tx, call.id, questionId);
      if (question === undefined) throw new Refusal('notFound');
      if (answer.trim() === '') throw new Refusal('badRequest');
      await setAnswer(tx, question.id, answer.trim(), session.person);
      await tellPeople(tx, [question.askedBy], { kind: 'question.answered', params: { question: question.question.slice(0, 60) }, link: '/' });
      return { reply: { done: true }, subject: call.id, detail: { event: 'answer', question: question.id } };
    }),
  );
}
