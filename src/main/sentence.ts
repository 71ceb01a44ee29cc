/** An end that a person can do something about: one sentence on stderr and this exit code, never a stack. */
export class Sentence extends Error {
  readonly exitCode: number;

  constructor(sentence: string, exitCode = 1) {
    super(sentence);
    this.name = 'Sentence';
    this.exitCode = exitCode;
  }
}
