import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import type { Copies } from '#domain/filing/intake.ts';
import { smallEdition } from '#domain/filing/small-edition.test-support.ts';
import { parsePageCode, parseVerifyCode, typedCode } from '#domain/filing/verify-code.ts';
import type { Problem } from '#domain/values/problem.ts';
import { loadEdition } from '#domain/programme/load-edition.ts';
import { EditionError } from '#domain/programme/edition-error.ts';
import { edition as raw } from '#programmes/jiangsu-2022/index.ts';
import { addCopies, copiesOf, missingCopies } from './copies.ts';
import { deskText, planNumberIn } from './desk-text.ts';
import { formalCheck, isComplete, type FormalFacts } from './formal-check.ts';

const digest = '5f2a'.repeat(16);

describe('what a scanner types', () => {
  const page = `HTTPS://JIQUN.EXAMPLE.CN/V/JQ2022-0117/2/${digest.toUpperCase()}/F/3/14`;

  test.each([
    ['as it is', page],
    ['with the punctuation of a Chinese input method', page.replaceAll('/', '、').replace(':', '：').replaceAll('.', '。')],
    ['in full width', page.replaceAll(/[!-~]/g, (one) => String.fromCodePoint((one.codePointAt(0) ?? 0) + 0xfee0))],
    ['in small letters', page.toLowerCase()],
    ['with the control characters that scanners put around it', `\u0002${page}\u0003\r\n`],
    ['with an invisible character in it', page.replace('JQ', '\u200bJQ\ufeff')],
  ])('%s, is the code of the page', (_, text) => {
    expect(parsePageCode(deskText(text))).toEqual({ number: 'JQ2022-0117', version: 2, digest, paper: 'form', page: 3, pages: 14 });
  });

  test('a typed code survives every width and dash', () => {
    const code = typedCode('JQ2022-0117', 2, digest);
    for (const dash of ['－', '—', '–', '‐', '−'])
      expect(parseVerifyCode(deskText(code.replaceAll('-', dash)))).toMatchObject({ number: 'JQ2022-0117', version: 2 });
  });

  test('a plan’s number is one in any case, with and without its hyphens, and nothing else is', () => {
    for (const text of ['JQ2022-0117', 'jq20220117', 'JQ-2022-0117', 'jq 2022 0117']) expect(planNumberIn(text)).toBe('JQ2022-0117');
    for (const text of ['', '泰州', 'XM2022-0117', 'JQ2022-01', '2022-0117']) expect(planNumberIn(text)).toBeUndefined();
  });
});

test('what is missing and what came make at least what is needed, however the copies are split over receipts', () => {
  const copies = fc.record({ plan: fc.nat(20), form: fc.nat(20), letter: fc.nat(20) });
  fc.assert(
    fc.property(copies, fc.array(copies, { maxLength: 5 }), (needed: Copies, receipts: readonly Copies[]) => {
      const received = addCopies(receipts);
      const missing = missingCopies(needed, received);
      for (const paper of ['plan', 'form', 'letter'] as const) expect(missing[paper]).toBe(Math.max(0, needed[paper] - received[paper]));
      expect(missingCopies(needed, addCopies([received, missing]))).toEqual({ plan: 0, form: 0, letter: 0 });
    }),
  );
});

test('copies count for the version that they came with; letters for every later one that the same letter holds for', () => {
  const receipts = [1, 2, 3].map((planVersion) => ({ planVersion, counts: { plan: planVersion, form: 10 * planVersion, letter: 100 * planVersion } }));
  expect(copiesOf(receipts, 3, 3)).toEqual({ plan: 3, form: 30, letter: 300 });
  expect(copiesOf(receipts, 3, 2)).toEqual({ plan: 3, form: 30, letter: 500 });
  expect(copiesOf(receipts, 2, 1)).toEqual({ plan: 2, form: 20, letter: 300 });
  expect(copiesOf([], 1, 1)).toEqual({ plan: 0, form: 0, letter: 0 });
});

const edition = loadEdition(raw);
const problem = (more: Partial<Problem>): Problem => ({
  severity: 'must',
  clause: 'G3.5',
  rule: 'R41',
  path: '/projects/0/money',
  message: '超过三分之一。',
  ...more,
});
const good: FormalFacts = {
  filedAt: '2022-03-18T02:00:00.000Z',
  submitBy: '2022-03-25T16:00:00.000Z',
  recommendedAt: '2022-03-25T15:59:59.999Z',
  recommendBy: '2022-03-25T16:00:00.000Z',
  version: 2,
  confirmed: 2,
  city: '云州市科技局',
  recommendedZones: ['云州高新区'],
  projects: 12,
  withoutProposal: [],
  problems: [],
  proofs: { files: 3, missing: [] },
  scan: { standing: 'ok', pages: 95, told: 1 },
  received: { plan: 10, form: 11, letter: 2 },
  stampedAt: '2022-03-31T15:59:59.999Z',
  paperBy: '2022-03-31T16:00:00.000Z',
};
const autoOf = (facts: Partial<FormalFacts>) =>
  Object.fromEntries(formalCheck(edition, { ...good, ...facts }, new Map()).flatMap(({ auto, item, result }) => (auto ? [[item, result]] : [])));

describe('automatic items are answered by the facts alone', () => {
  test('a whole file meets them all', () => {
    expect(new Set(Object.values(autoOf({})))).toEqual(new Set(['met']));
  });

  test.each<[string, string, string, Partial<FormalFacts>]>([
    ['filed at the second of the deadline', 'online', 'broken', { filedAt: good.submitBy }],
    ['recommended at the second of the deadline', 'online', 'broken', { recommendedAt: good.recommendBy }],
    ['not recommended', 'version', 'broken', { confirmed: undefined }],
    ['mended, and the city stands by the version before', 'version', 'open', { confirmed: 1 }],
    ['stamped at the second of the deadline', 'paperInTime', 'broken', { stampedAt: good.paperBy }],
    ['no paper of this version yet', 'paperInTime', 'open', { stampedAt: undefined }],
    ['one copy short', 'copies', 'open', { received: { plan: 9, form: 10, letter: 2 } }],
    ['eleven projects', 'projects', 'broken', { projects: 11 }],
    ['a project without a proposal', 'projects', 'broken', { withoutProposal: ['XM2022-0001'] }],
    ['two zones of one city', 'oneACity', 'broken', { recommendedZones: ['云州高新区', '云东高新区'] }],
    ['a broken must', 'money', 'broken', { problems: [problem({})] }],
    ['a principle with its reason', 'money', 'excused', { problems: [problem({ severity: 'principle', rule: 'R39', justification: '确有必要' })] }],
    ['a principle without a reason', 'money', 'broken', { problems: [problem({ severity: 'principle', rule: 'R39' })] }],
    ['a proof of which only the name was filed', 'proofs', 'broken', { proofs: { files: 2, missing: ['规划.pdf'] } }],
    ['a proof that the filer ticked as not needed', 'proofs', 'excused', { problems: [problem({ severity: 'confirm', rule: 'R16c', confirmed: true })] }],
    ['no scan yet', 'scan', 'open', { scan: { standing: 'none', pages: 0, told: 0 } }],
    ['a scan with a missing page', 'scan', 'broken', { scan: { standing: 'faulty', pages: 94, told: 0 } }],
  ])('%s', (_, item, result, facts) => {
    expect(autoOf(facts)).toEqual({ ...autoOf({}), [item]: result });
  });

  test('no slot of any evidence stays unfilled', () => {
    for (const facts of [
      good,
      { ...good, stampedAt: undefined, confirmed: 1, projects: 1, recommendedZones: ['甲', '乙'], received: { plan: 0, form: 0, letter: 0 } },
    ])
      for (const { evidence, title } of formalCheck(edition, facts, new Map())) expect(`${title}${evidence}`).not.toMatch(/[{}]|undefined/);
  });
});

describe('human items', () => {
  const looked = (item: string, result: 'met' | 'broken') => [item, { result, note: '看过', by: '顾清', at: '2022-03-23T02:00:00.000Z' }] as const;
  const human = edition.formalItems.flatMap((item) => ('auto' in item ? [] : [item.key]));

  test('are open until somebody looked at each, and one fault keeps the file from being complete', () => {
    expect(isComplete(formalCheck(edition, good, new Map()))).toBe(false);
    const all = new Map(human.map((item) => looked(item, 'met')));
    expect(isComplete(formalCheck(edition, good, all))).toBe(true);
    expect(isComplete(formalCheck(edition, good, new Map([...all, looked(human[0] ?? '', 'broken')])))).toBe(false);
  });

  test('a tick on an automatic item answers nothing', () => {
    const answers = formalCheck(edition, { ...good, projects: 3 }, new Map([looked('projects', 'met')]));
    expect(answers.find((answer) => answer.item === 'projects')).toMatchObject({ result: 'broken', auto: true });
  });

  test('a rule that lacks a fact becomes one, once however often it speaks, never a pass', () => {
    const unknown = (path: string) => problem({ severity: 'human', rule: 'R31', stage: 'intake', path, message: '查看比对结果。' });
    const answers = formalCheck(edition, { ...good, problems: [unknown('/projects/0'), unknown('/projects/1')] }, new Map());
    expect(answers.filter((answer) => answer.item === 'R31')).toMatchObject([{ auto: false, result: 'open' }]);
  });
});

describe('the items of an edition', () => {
  const faultsOf = (item: object): string[] => {
    try {
      loadEdition({ ...raw, formalItems: [item] });
      return [];
    } catch (error) {
      if (!(error instanceof EditionError)) throw error;
      return error.faults.map(({ path }) => path);
    }
  };
  const base = { key: 'one', clause: 'G4.2', title: '某项' };

  test('are answered by the file with its evidence, or by a person who is told what to look at', () => {
    expect(faultsOf({ ...base, look: '看' })).toEqual([]);
    expect(faultsOf({ ...base, auto: 'scan', evidence: { met: '齐' } })).toEqual([]);
    expect(faultsOf(base)).toEqual(['/formalItems/0/look']);
    expect(faultsOf({ ...base, auto: 'scan', look: '看' })).toEqual(['/formalItems/0/evidence', '/formalItems/0/look']);
    expect(faultsOf({ ...base, clause: 'G9', look: '看' })).toEqual(['/formalItems/0/clause']);
    expect(faultsOf({ ...base, auto: 'rules', evidence: { met: '齐' } })).toEqual(['/formalItems/0/rules']);
    expect(faultsOf({ ...base, auto: 'rules', rules: ['R999'], evidence: { met: '齐' } })).toEqual(['/formalItems/0/rules']);
    expect(faultsOf({ ...base, auto: 'guess', evidence: { met: '齐' } })).toEqual(['/formalItems/0/auto']);
  });

  test('an edition may have none: a small one is complete at once', () => {
    expect(isComplete(formalCheck(smallEdition(), good, new Map()))).toBe(true);
  });
});
