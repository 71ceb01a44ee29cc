import type { FastifyError } from 'fastify';
import { hasZodFastifySchemaValidationErrors } from 'fastify-type-provider-zod';
import type { RefusalCode } from '#domain/values/refusal.ts';
import { Refusal } from '#domain/values/refusal.ts';

/** Each refusal's status: a new code does not compile without one. */
export const statusOf: Readonly<Record<RefusalCode, number>> = {
  notSignedIn: 401,
  wrongCredentials: 401,
  tooManyAttempts: 429,
  tooOften: 429,
  locked: 429,
  accountSuspended: 403,
  wrongCode: 401,
  mustChangePassword: 403,
  mustSetSecondFactor: 403,
  unfitPassword: 422,
  taken: 409,
  notFound: 404,
  notAllowed: 403,
  badRequest: 400,
  stale: 409,
  notEditable: 409,
  wrongState: 409,
  tooLate: 409,
  secondPerson: 409,
  unsigned: 409,
  wrongInstants: 400,
  problemsOpen: 422,
  slotTaken: 409,
  slotsHeld: 409,
  badDocumentNumber: 422,
  notChecked: 409,
  opinionsMissing: 409,
  partsNotNamed: 422,
  notTheFiledVersion: 409,
  notConfirmed: 409,
  mendedOften: 409,
  itemsOpen: 422,
  tooFewProjects: 409,
  keyReused: 409,
  unknownEdition: 404,
  unrenderable: 422,
  notAWorkbook: 422,
  tooLarge: 413,
  badFile: 422,
  busy: 503,
};

/** Seconds after which asking again makes sense. */
const retryAfter: Readonly<Partial<Record<RefusalCode, number>>> = { busy: 2, tooManyAttempts: 60, tooOften: 60, locked: 900 };

export interface ErrorAnswer {
  readonly status: number;
  readonly headers: Readonly<Record<string, string>>;
  readonly body: { readonly code: RefusalCode; readonly detail: Readonly<Record<string, unknown>> } | Readonly<Record<string, never>>;
}

/** The answer to a refused request, or undefined for a bug. */
export function answerTo(error: unknown): ErrorAnswer | undefined {
  const refusal = refusalIn(error);
  if (refusal === undefined) return undefined;
  const seconds = retryAfter[refusal.code];
  return {
    status: statusOf[refusal.code],
    headers: seconds === undefined ? {} : { 'retry-after': String(seconds) },
    body: { code: refusal.code, detail: refusal.detail },
  };
}

/** What a bug answers with: it is no refusal, so it has no code. The cause is in the log, and only there. */
export const bugAnswer: ErrorAnswer = { status: 500, headers: {}, body: {} };

function refusalIn(error: unknown): Refusal | undefined {
  if (error instanceof Refusal) return error;
  if (hasZodFastifySchemaValidationErrors(error)) {
    return new Refusal('badRequest', { at: error.validation.map((issue) => issue.instancePath) });
  }
  const { code, statusCode } = error as Partial<FastifyError>;
  if (code === 'FST_ERR_CTP_BODY_TOO_LARGE') return new Refusal('tooLarge');
  if (code?.startsWith('FST_ERR_') === true && statusCode !== undefined && statusCode < 500) return new Refusal('badRequest');
  if (code === undefined && error instanceof SyntaxError && statusCode === 400) return new Refusal('badRequest');
  return undefined;
}

/** Name, code and place of an error. Not its message: a driver's message quotes values, and values are people's. */
export function traceOf(error: unknown): { readonly name: string; readonly code?: string; readonly stack: readonly string[] } {
  if (!(error instanceof Error)) return { name: typeof error, stack: [] };
  const { code } = error as Error & { code?: unknown };
  const stack = (error.stack ?? '')
    .split('\n')
    .map((line) => line.trim())
    .filter((line) => line.startsWith('at '));
  return { name: error.name, ...(typeof code === 'string' ? { code } : {}), stack };
}
