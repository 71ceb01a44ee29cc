import type { Facts, PlanContent } from '#domain/filing/plan.ts';
import type { Answers } from '#domain/forms/definition.ts';
import type { Edition } from '#domain/programme/edition.ts';
import { serverNow } from '#web/api/server-clock.ts';
import { answersOf } from '#web/progress/use-progress.ts';
import type { DocumentStore } from './document-store.ts';
import type { FormFile } from './form-file.ts';

/** The plan as the check reads it: what the server has, and over it what is on screen. */
export function planContent(edition: Edition, file: FormFile, store: DocumentStore): PlanContent {
  const onScreen: Answers = Object.fromEntries(store.form.blocks.map((block) => [block.key, store.answers(block.key)]));
  return {
    edition: edition.id,
    call: file.call,
    zone: file.zone,
    city: file.city,
    form: store.document === 'form' ? onScreen : answersOf(file.documents.form),
    outline: store.document === 'outline' ? onScreen : answersOf(file.documents.outline),
    commitment: store.document === 'commitment' ? onScreen : answersOf(file.documents.commitment),
    projects: file.projects.map((project) => (project.id === store.document ? onScreen : answersOf(project.blocks))),
    attachments: file.attachments,
  };
}

export function factsOf(file: FormFile): Facts {
  return { ...file.facts, at: new Date(serverNow()).toISOString(), submitBy: file.submitBy };
}
