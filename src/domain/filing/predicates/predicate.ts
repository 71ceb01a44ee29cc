import { z } from 'zod';
import type { Context } from '#domain/filing/predicates/context.ts';
import type { CheckDef } from '#domain/programme/edition.ts';
import type { Moment } from '#domain/values/problem.ts';

/** One thing that a predicate found. check.ts makes a Problem of it with its rule's clause, severity and sentence. */
export interface Finding {
  /** Pointer of the place to mend. */
  readonly path: string;
  /** Pointer of the block that keeps the answer to it. */
  readonly block?: string;
  /** Tells several findings of one rule in one block apart in the note's key: a row's name, a field. */
  readonly noteKey?: string;
  readonly also?: readonly string[];
  /** Fills the sentence. */
  readonly params?: Readonly<Record<string, string>>;
  /** A sentence of its own, from the check's arguments, in place of the rule's. */
  readonly sentence?: string;
  /** Says that something is missing: of several such findings at one place only the most specific rule's is shown. */
  readonly missing?: 'generally' | 'specifically';
  /** The fact or register entry to judge by is absent: somebody must look, at intake. */
  readonly unknown?: true;
  /** For what only people judge: when. */
  readonly stage?: Moment;
}

export type Judge = (context: Context) => Iterable<Finding>;

/** A kind of check: the shape of its arguments, and how one check of that kind judges a plan. */
export interface Predicate {
  readonly args: z.ZodType;
  /** Throws where the arguments do not fit; the loader has refused such an edition. */
  readonly bind: (check: CheckDef) => Judge;
}

/** Arguments are parsed once an edition, not once a check, so `judge` sees them typed. Misspelt arguments are refused. */
export function predicate<S extends z.ZodRawShape>(shape: S, judge: (args: z.output<z.ZodObject<S>>, context: Context) => Iterable<Finding>): Predicate {
  const args = z.preprocess(ownArguments, z.strictObject(shape));
  return {
    args,
    bind(check) {
      const parsed = args.parse(check);
      return (context) => judge(parsed, context);
    },
  };
}

/** `kind` and `sentence` belong to every check. */
function ownArguments(check: unknown): unknown {
  if (typeof check !== 'object' || check === null) return check;
  return Object.fromEntries(Object.entries(check).filter(([name]) => name !== 'kind' && name !== 'sentence'));
}

/** `block.field` of the 申报表, or of every proposal or the commitment where it starts with their name. */
export const path = z.string().min(1);
