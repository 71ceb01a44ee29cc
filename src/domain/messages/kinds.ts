/** What people are told of. Each kind has a sentence in web/messages/notices.ts, or nothing compiles. */
export const messageKinds = [
  'comment.added',
  'comment.answered',
  'task.given',
  'task.done',
  'solicitation.published',
  'answer.invited',
  'answer.offered',
  'answer.accepted',
  'answer.declined',
  'answer.withdrawn',
  'proposal.submitted',
  'proposal.returned',
  'proposal.taken',
  'proposal.removed',
  'partner.invited',
  'local.asked',
  'local.given',
  'local.declined',
  'local.stale',
  'call.published',
  'call.extended',
  'call.supplemented',
  'question.answered',
  'plan.submitted',
  'plan.recalled',
  'workbook.answered',
  'file.refused',
  'reminder.asked',
  'reminder.deadline',
  'account.changed',
  'organisation.requested',
] as const;

export type MessageKind = (typeof messageKinds)[number];

/** Kinds that tell of a duty: they cannot be switched off. */
export const duties: ReadonlySet<MessageKind> = new Set<MessageKind>([
  'proposal.returned',
  'proposal.removed',
  'local.asked',
  'local.stale',
  'call.extended',
  'call.supplemented',
  'reminder.deadline',
  'task.given',
  'account.changed',
]);
