import { canonicalJson } from '#domain/values/canonical.ts';
import { type CaseFile, paperName } from './case-file.ts';
import type { CaseFault } from './check-case.ts';
import type { ChainedEntry } from './link.ts';

/** Something that the case has beside the versions, and the entries that speak of it. */
interface Kept {
  readonly name: string;
  readonly isOf: (entry: ChainedEntry) => boolean;
}

/** Letters, paper that was taken or not, and mendings against the entries of the case: neither may have what the other lacks. */
export function checkKept(file: CaseFile): readonly CaseFault[] {
  const kept = [...letters(file), ...receipts(file), ...refusals(file), ...mendings(file)];
  const entries = file.entries.map(({ entry }) => entry);
  return [
    ...kept.filter(({ isOf }) => !entries.some(isOf)).map(({ name }): CaseFault => ({ fault: 'unrecorded', at: name })),
    ...entries
      .filter((entry) => speaksOfSome(entry) && !kept.some(({ isOf }) => isOf(entry)))
      .map(({ id }): CaseFault => ({ fault: 'leftOut', at: String(id) })),
  ];
}

function letters({ letters: issued, papers }: CaseFile): readonly Kept[] {
  return issued.map(({ n, version, documentNumber }) => ({
    name: paperName({ n, kind: 'letter' }),
    isOf: ({ command, detail }) =>
      isLetter(command) &&
      detail['letter'] === digestOf(papers, 'letter', n) &&
      // A letter that still holds for a mended version was issued for an earlier one.
      Number(detail['version']) >= version &&
      (command !== 'recommendation.recommend' || detail['documentNumber'] === documentNumber),
  }));
}

function receipts({ paperReceipts, papers }: CaseFile): readonly Kept[] {
  return paperReceipts.map(({ n, version, counts }) => ({
    name: paperName({ n, kind: 'receipt' }),
    isOf: ({ command, detail }) =>
      command === 'intake.receive' &&
      detail['digest'] === digestOf(papers, 'receipt', n) &&
      detail['version'] === version &&
      canonicalJson(detail['counts'] ?? null) === canonicalJson({ ...counts }),
  }));
}

function refusals({ paperRefusals }: CaseFile): readonly Kept[] {
  return paperRefusals.map(({ n, id, cause }) => ({
    name: paperName({ n, kind: 'refusal' }),
    isOf: (entry) => isNotTaken(entry) && entry.detail['paper'] === id && (entry.detail['cause'] ?? 'late') === cause,
  }));
}

function mendings(file: CaseFile): readonly Kept[] {
  return file.mendings.map(({ round, version, deadline, parts, paper }) => ({
    name: `mending ${round}`,
    isOf: ({ command, detail }) =>
      command === 'intake.mend' &&
      detail['round'] === round &&
      detail['version'] === version &&
      Date.parse(String(detail['deadline'])) === Date.parse(deadline) &&
      canonicalJson([detail['parts'] ?? null, detail['paper'] ?? null]) === canonicalJson([parts.map(({ document, block }) => `${document}/${block}`), paper]),
  }));
}

function speaksOfSome(entry: ChainedEntry): boolean {
  const { command, detail } = entry;
  if (isLetter(command)) return typeof detail['letter'] === 'string';
  if (command === 'intake.mend') return typeof detail['round'] === 'number';
  return isNotTaken(entry) || (command === 'intake.receive' && typeof detail['digest'] === 'string');
}

function isLetter(command: string): boolean {
  return command === 'recommendation.recommend' || command === 'recommendation.confirm';
}

/** Paper was noted as not taken, or came too late. */
function isNotTaken({ command, detail }: ChainedEntry): boolean {
  return (command === 'desk.refuse' || command === 'intake.receive') && typeof detail['paper'] === 'string';
}

function digestOf(papers: CaseFile['papers'], kind: CaseFile['papers'][number]['kind'], n: number): string | undefined {
  return papers.find((paper) => paper.kind === kind && paper.n === n)?.digest;
}
