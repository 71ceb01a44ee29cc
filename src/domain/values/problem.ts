/**
 * How much a broken rule weighs (model §4).
 * must: blocks the step. principle: asks for a justification that travels and is printed. confirm: the filer ticks it.
 * human: someone named must look at it, at `stage`. flag: shown to the people who select, never blocks.
 */
export type Severity = 'must' | 'principle' | 'confirm' | 'human' | 'flag';

/** The moment at which a rule is judged (model §4): editing, submit, recommend, intake, appraisal, selection, award, contract, delivery, completion. */
export type Moment = 'edit' | 'submit' | 'recommend' | 'intake' | 'appraisal' | 'selection' | 'award' | 'contract' | 'delivery' | 'completion';

/** Something a person can mend. Problems are returned, all at once, never thrown. */
export interface Problem {
  readonly severity: Severity;
  /** Clause of the guide, in the numbering of the edition's duties: `G3.2`, `F`, `J`, `C2`. */
  readonly clause: string;
  /** Rule of the edition: `R02`. */
  readonly rule: string;
  /** RFC 6901 JSON pointer into the plan: `/form/cluster/inventions`, `/projects/0/money/province`. */
  readonly path: string;
  /** What is wrong, by how much, how to mend it: a whole Chinese sentence from the edition. */
  readonly message: string;
  /** Every other place that a cross-check read; the screen marks them too. */
  readonly also?: readonly string[];
  /** Where an answer to this problem (justification or tick) is kept; absent for must, human and flag. */
  readonly note?: NoteRef;
  /** The filer's written reason, once it is long enough (principle). */
  readonly justification?: string;
  /** True once the filer ticked exactly this message (confirm). */
  readonly confirmed?: true;
  /** For human items: the moment at which the named person looks. */
  readonly stage?: Moment;
}

/** Notes live in the block they speak of, under its reserved key `notes`, so that they are saved, versioned and hashed with it. */
export interface NoteRef {
  /** Pointer to the block: `/form/policy`, `/projects/0/money`. */
  readonly block: string;
  /** Key within the block's `notes`: the rule, and for a table row its key: `R15`, `R20:某某公司`. */
  readonly key: string;
}

/** The filer's answer to a principle or confirm problem. */
export interface Note {
  readonly justification?: string;
  /** The message that was ticked: a tick lapses by itself when the figures, and so the message, change. */
  readonly confirmed?: string;
}

/** True where nothing more is asked of the filer for this problem. */
export function isSettled(problem: Problem): boolean {
  switch (problem.severity) {
    case 'must':
      return false;
    case 'principle':
      return problem.justification !== undefined;
    case 'confirm':
      return problem.confirmed === true;
    case 'human':
    case 'flag':
      return true;
  }
}
