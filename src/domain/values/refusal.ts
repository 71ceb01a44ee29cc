/** Why a request cannot be done as asked. A closed union: http/errors.ts maps each to a status and web/messages to a sentence, or nothing compiles. */
export type RefusalCode =
  | 'notSignedIn'
  | 'wrongCredentials'
  | 'tooManyAttempts'
  /** More questions a minute from one address than anybody has. */
  | 'tooOften'
  /** Too many wrong passwords for one name; the reply says for how many seconds more. */
  | 'locked'
  /** The right password of an account, or of an organisation, that was suspended or closed. */
  | 'accountSuspended'
  | 'wrongCode'
  /** Nothing can be done before the one-time password is replaced. */
  | 'mustChangePassword'
  | 'mustSetSecondFactor'
  /** What was chosen as a password does not do; `reason` says why. */
  | 'unfitPassword'
  /** A user name, or an organisation's name or code, belongs to another. */
  | 'taken'
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
  /** Another person than the first must do this. */
  | 'secondPerson'
  /** A level of the sign-off has not signed this text of the call. */
  | 'unsigned'
  /** Instants of a call that do not follow each other, or an extension that extends nothing. */
  | 'wrongInstants'
  /** Musts are broken, principles unjustified or confirms unticked; the reply carries the problems. */
  | 'problemsOpen'
  /** The city's slot of the year is held by another zone; the reply names it. */
  | 'slotTaken'
  /** Cities hold more slots than a lower quota would give them; the reply names them. */
  | 'slotsHeld'
  /** What was given as a 文号 is none. */
  | 'badDocumentNumber'
  /** The city has not passed its check of this version. */
  | 'notChecked'
  /** One of the two opinions is not signed; the reply says which. */
  | 'opinionsMissing'
  /** A mended version differs outside the parts that were named; the reply carries the places. */
  | 'partsNotNamed'
  /** The paper carries the code of another version than the one in force. */
  | 'notTheFiledVersion'
  /** The city has not yet confirmed what was mended. */
  | 'notConfirmed'
  /** The file was sent back as often as the edition allows. */
  | 'mendedOften'
  /** Items of the formal check are open or broken, or copies are missing; the reply names them. */
  | 'itemsOpen'
  /** Without this project fewer would stay than the call asks for. */
  | 'tooFewProjects'
  | 'keyReused'
  | 'unknownEdition'
  | 'unrenderable'
  /** A file that is no workbook of ours, or none that may be opened. */
  | 'notAWorkbook'
  | 'tooLarge'
  /** An uploaded file is not taken; `detail.fault` says why (domain/files). */
  | 'badFile'
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
