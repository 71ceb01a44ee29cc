/** Why a request cannot be done as asked. A closed union: http/errors.ts maps each to a status and web/messages to a sentence, or nothing compiles. */
export type RefusalCode =
  | 'notSignedIn'
  | 'wrongCredentials'
  | 'tooManyAttempts'
  /** Hidden and absent answer alike (model B7). */
  | 'notFound'
  | 'notAllowed'
  | 'badRequest'
  /** The block was saved by someone else since it was read; the reply carries the other's text. */
  | 'stale'
  | 'notEditable'
  /** The event does not exist from the present state. */
  | 'wrongState'
  | 'tooLate'
  /** Musts are broken, principles unjustified or confirms unticked; the reply carries the problems. */
  | 'problemsOpen'
  | 'keyReused'
  | 'unknownEdition'
  | 'unrenderable'
  | 'tooLarge'
  | 'busy';

/** Thrown by a use case when a request is refused; `detail` is what the person needs to go on (JSON-safe). */
export class Refusal extends Error {
  readonly code: RefusalCode;
  readonly detail: Readonly<Record<string, unknown>>;

  constructor(code: RefusalCode, detail: Readonly<Record<string, unknown>> = {}) {
    super(code);
    this.name = 'Refusal';
    this.code = code;
    this.detail = detail;
  }
}
