import type { MoneyUnit, TextFormat } from '#domain/forms/definition.ts';
import type { CodeItem } from '#domain/programme/edition.ts';
import type { Json } from '#domain/values/json.ts';

/** The words that values are read and shown with. Units and code names come from the edition, yes and no from who shows them. */
export interface Words {
  readonly yes: string;
  readonly no: string;
  /** Between several options. */
  readonly separator: string;
  readonly units: Readonly<Record<MoneyUnit, string>>;
  readonly codeLists: CodeLists;
}

export type CodeLists = Readonly<Record<string, readonly CodeItem[]>>;

/** `value` is what to store: undefined where the field was cleared, `{ typed }` where the text could not be read. */
export interface Parsed {
  readonly value: Json | undefined;
  readonly fault?: FaultCode;
}

/** What can be wrong with a value by itself. Which predicate reports it: `faultsOf` in predicates/own-faults.ts. */
export type FaultCode =
  /** `{ typed }`, or a JSON type that the kind does not have. */
  | 'unreadable'
  | 'tooLong'
  | 'badCharacter'
  | 'badFormat'
  | 'checkDigit'
  | 'notAnOption'
  | 'notACode'
  | 'wrongLevel'
  | 'tooManyRows'
  | 'negative'
  | 'tooLarge'
  | 'notWhole'
  | 'tooManyDecimals';

export interface Fault {
  readonly code: FaultCode;
  readonly format?: TextFormat;
  /** The limit that is broken: characters, rows, decimals, the largest value. */
  readonly limit?: number;
  /** The character that may not stand, or the text that could not be read. */
  readonly found?: string;
}

/** How a field of one kind behaves, bound to its definition. Screen, check, paper, import and diff all ask here. */
export interface Kind {
  /** Reads typed or pasted text. Nothing typed is lost: what cannot be read comes back as `{ typed }` with its fault. */
  parse(text: string, words: Words): Parsed;
  /** As the screen shows it in and beside an input; `parse` reads it back to the same value. */
  display(value: Json, words: Words): string;
  /** As the paper prints it, its unit standing in the label. */
  paper(value: Json, words: Words): string;
  /** True where the value may be stored: its JSON type and size are right, its content may still be wrong. */
  fits(value: Json): boolean;
  /** What is wrong with a value's content. Empty values are never judged. */
  faults(value: Json, codeLists: CodeLists): readonly Fault[];
  /** Canonical form of a value that fits; undefined where it is empty. */
  normal(value: Json): Json | undefined;
}

/** What several kinds have in common; a kind's own record is spread over it. */
export const plain: Pick<Kind, 'normal'> = {
  normal: (value) => value,
};

/** Text that could not be read, kept as it was typed. */
export function unreadable(text: string): Parsed {
  return { value: { typed: text.trim().slice(0, TYPED_LIMIT) }, fault: 'unreadable' };
}

/** Characters that an unreadable text may have: a pasted essay in a number cell is cut. */
export const TYPED_LIMIT = 200;
