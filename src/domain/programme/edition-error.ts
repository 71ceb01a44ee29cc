/** One thing wrong with an edition; `path` is a JSON pointer into it: `/rules/3/clause`. */
export interface EditionFault {
  readonly path: string;
  readonly message: string;
}

/** Thrown when an edition cannot be used; lists everything that is wrong with it at once. */
export class EditionError extends Error {
  readonly faults: readonly EditionFault[];

  constructor(faults: readonly EditionFault[]) {
    super(
      `The edition has ${faults.length} ${faults.length === 1 ? 'fault' : 'faults'}:\n${faults.map((fault) => `${fault.path}: ${fault.message}`).join('\n')}`,
    );
    this.name = 'EditionError';
    this.faults = faults;
  }
}
