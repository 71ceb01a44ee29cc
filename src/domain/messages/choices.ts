import { duties, type MessageKind } from './kinds.ts';

/** Whether a message of a kind also leaves the product, by each way. The inbox always has it. */
export interface Choice {
  readonly mail: boolean;
  readonly sms: boolean;
}

/** Nobody chose: everything by mail, duties by text message too. */
export function choiceOf(kind: MessageKind, chosen: Choice | undefined): Choice {
  const duty = duties.has(kind);
  if (duty) return { mail: true, sms: true };
  return chosen ?? { mail: true, sms: false };
}

/** True for a message that tells of a duty: it cannot be switched off. */
export function isDuty(kind: MessageKind): boolean {
  return duties.has(kind);
}
