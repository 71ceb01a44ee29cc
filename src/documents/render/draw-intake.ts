import type { Copies } from '#domain/filing/intake.ts';
import { instantText } from '#domain/intake/wording.ts';
import type { DeskPaper } from '#domain/programme/document-papers.ts';
import type { Edition } from '#domain/programme/edition.ts';
import { formatDay } from '#domain/values/instant.ts';
import { unprintable } from '#domain/values/printable.ts';
import { Refusal } from '#domain/values/refusal.ts';
import { dateParts } from './draw-form.ts';
import { put } from './fill-words.ts';
import { type Flow, type FlowPart, wordsOfFlow } from './flow/flow.ts';
import { layTable } from './flow/lay-table.ts';
import { paragraph } from './flow/paragraph.ts';
import { type RenderedPaper, renderers } from './form.ts';
import type { Pool } from './pool.ts';

/** Who brought the paper, and how. */
interface Handed {
  readonly handedInBy: string;
  readonly courier: string | null;
  readonly tracking: string | null;
  readonly remark: string;
  /** Name of the person at the desk, and of the centre. */
  readonly clerk: string;
  readonly centre: string;
}

/** A receipt of paper, as plain data: the same data gives the same bytes. Instants are ISO 8601. */
export interface ReceiptPaper extends Handed {
  readonly number: string;
  readonly n: number;
  readonly zone: string;
  readonly cluster: string;
  readonly plan: string;
  readonly counts: Copies;
  readonly version: number;
  readonly digest: string;
  readonly at: string;
  readonly auditHash: string;
  readonly auditSeq: number;
}

export interface RefusalPaper extends Handed {
  readonly zone: string | null;
  readonly plan: string | null;
  readonly code: string;
  readonly cause: keyof Edition['papers']['intake']['refusal']['causes'];
  readonly at: string;
  /** Version in force, and the paper deadline, where the plan is known. */
  readonly current: number | null;
  /** As people read it. */
  readonly deadline: string | null;
}

/** The desk's register of one day. */
export interface RegisterPaper {
  /** `YYYY-MM-DD`, Beijing. */
  readonly day: string;
  readonly centre: string;
  readonly receipts: readonly Pick<ReceiptPaper, 'number' | 'n' | 'zone' | 'version' | 'counts' | 'handedInBy' | 'courier' | 'tracking' | 'clerk' | 'at'>[];
  readonly refusals: readonly Pick<RefusalPaper, 'code' | 'cause' | 'handedInBy' | 'clerk' | 'at' | 'current' | 'deadline'>[];
}

export async function renderReceipt(edition: Edition, paper: ReceiptPaper, demo: boolean, pool?: Pool): Promise<RenderedPaper> {
  return renderFlow(drawReceipt(edition, paper, demo), pool);
}

export async function renderRefusal(edition: Edition, paper: RefusalPaper, demo: boolean, pool?: Pool): Promise<RenderedPaper> {
  return renderFlow(drawRefusal(edition, paper, demo), pool);
}

export async function renderRegister(edition: Edition, paper: RegisterPaper, demo: boolean, pool?: Pool): Promise<RenderedPaper> {
  return renderFlow(drawRegister(edition, paper, demo), pool);
}

async function renderFlow(flow: Flow, pool: Pool = renderers): Promise<RenderedPaper> {
  const characters = unprintable(wordsOfFlow(flow).join(''));
  if (characters.length > 0) throw new Refusal('unrenderable', { characters });
  return pool.render(flow);
}

export function drawReceipt(edition: Edition, paper: ReceiptPaper, demo: boolean): Flow {
  const { receipt } = edition.papers.intake;
  const words = new Map([
    ...handed(edition, paper),
    ['number', paper.number],
    ['n', String(paper.n)],
    ['zone', paper.zone],
    ['cluster', paper.cluster],
    ['plan', paper.plan],
    ['papers', copiesText(edition, paper.counts)],
    ['version', String(paper.version)],
    ['digest', paper.digest],
    ['at', instantText(paper.at)],
    ['audit', `${paper.auditSeq} ${paper.auditHash}`],
  ]);
  return deskPaper(edition, receipt, words, `${receipt.title} ${paper.number}-${paper.n}`, paper, demo);
}

export function drawRefusal(edition: Edition, paper: RefusalPaper, demo: boolean): Flow {
  const { refusal, empty } = edition.papers.intake;
  const words = new Map([
    ...handed(edition, paper),
    ...known(edition, paper),
    ['zone', paper.zone ?? empty],
    ['plan', paper.plan ?? empty],
    ['at', instantText(paper.at)],
  ]);
  return deskPaper(edition, refusal, words, refusal.title, paper, demo);
}

export function drawRegister(edition: Edition, { day, centre, receipts, refusals }: RegisterPaper, demo: boolean): Flow {
  const { register, version } = edition.papers.intake;
  const sum = (paper: keyof Copies): string => String(receipts.reduce((total, { counts }) => total + counts[paper], 0));
  const words = new Map([
    ['day', day],
    ['receipts', String(receipts.length)],
    ['files', String(new Set(receipts.map(({ number }) => number)).size)],
    ['plan', sum('plan')],
    ['form', sum('form')],
    ['letter', sum('letter')],
    ['refusals', String(refusals.length)],
  ]);
  const rows = receipts.map((row) => [
    instantText(row.at).slice(11),
    `${row.number}-${row.n}`,
    row.zone,
    put(version, new Map([['n', String(row.version)]])),
    copiesText(edition, row.counts),
    row.handedInBy,
    carrierOf(edition, row),
    row.clerk,
  ]);
  const refused = refusals.map((row) => [
    instantText(row.at).slice(11),
    row.code,
    put(edition.papers.intake.refusal.causes[row.cause], new Map(known(edition, row))),
    row.handedInBy,
    row.clerk,
  ]);
  return {
    meta: { title: `${register.title} ${day}`, author: centre, date: dateParts(day) },
    text: { size: 12, pitch: 22 },
    body: [
      { part: 'title', lines: [register.title] },
      paragraph(put(register.summary, words), 'plain'),
      rows.length === 0 ? paragraph(register.none, 'plain') : table(register.headers, rows),
      ...(refused.length === 0 ? [] : [paragraph(register.refusals, 'plain'), table(register.refusalHeaders, refused)]),
    ],
    images: [],
    ...around(edition, [centre, `${register.title} ${day}`], demo),
  };
}

function deskPaper(
  edition: Edition,
  paper: DeskPaper,
  words: ReadonlyMap<string, string>,
  title: string,
  { at, centre }: { readonly at: string; readonly centre: string },
  demo: boolean,
): Flow {
  const rows = paper.lines.map(({ label, text }) => [
    { parts: [paragraph(label, 'cell')], head: true },
    { parts: [paragraph(put(text, words), 'cell')], align: 'left' as const },
  ]);
  return {
    meta: { title, author: centre, date: dateParts(formatDay(Date.parse(at))) },
    text: { size: 14, pitch: 26 },
    body: [
      { part: 'title', lines: [paper.title] },
      layTable({ rows, headRows: 0, columns: [32, 122], size: 12 }),
      paragraph(paper.note, 'note'),
      { part: 'sign', lines: paper.sign.map((line) => put(line, words)) },
    ],
    images: [],
    ...around(edition, [centre, title], demo),
  };
}

function around(edition: Edition, head: readonly string[], demo: boolean): Pick<Flow, 'head' | 'footer' | 'demo'> {
  const { words } = edition.papers.form;
  return { head: demo ? [words.demo, ...head] : head, footer: edition.papers.foot, ...(demo ? { demo: words.demo } : {}) };
}

function handed(edition: Edition, paper: Handed): readonly [string, string][] {
  return [
    ['handedInBy', paper.handedInBy],
    ['carrier', carrierOf(edition, paper)],
    ['remark', paper.remark === '' ? edition.papers.intake.empty : paper.remark],
    ['clerk', paper.clerk],
    ['centre', paper.centre],
  ];
}

/** The cause in words, with what its sentence names. */
function known(edition: Edition, { code, cause, current, deadline }: Pick<RefusalPaper, 'code' | 'cause' | 'current' | 'deadline'>): [string, string][] {
  const facts: [string, string][] = [
    ['code', code],
    ['current', current === null ? '' : String(current)],
    ['deadline', deadline ?? ''],
  ];
  return [...facts, ['cause', put(edition.papers.intake.refusal.causes[cause], new Map(facts))]];
}

function carrierOf(edition: Edition, { courier, tracking }: Pick<Handed, 'courier' | 'tracking'>): string {
  const told = [courier, tracking].filter((one) => one !== null && one !== '');
  return told.length === 0 ? edition.papers.intake.empty : told.join(' ');
}

function copiesText(edition: Edition, { plan, form, letter }: Copies): string {
  return put(
    edition.papers.intake.copies,
    new Map([
      ['plan', String(plan)],
      ['form', String(form)],
      ['letter', String(letter)],
    ]),
  );
}

function table(headers: readonly string[], rows: readonly (readonly string[])[]): FlowPart {
  const cell = (words: string, head = false) => ({ parts: [paragraph(words, 'cell')], ...(head ? { head } : {}) });
  return layTable({ rows: [headers.map((words) => cell(words, true)), ...rows.map((row) => row.map((words) => cell(words)))], headRows: 1 });
}
