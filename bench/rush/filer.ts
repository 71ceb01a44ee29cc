import { createHash, randomUUID } from 'node:crypto';
import { setTimeout } from 'node:timers/promises';
import { pdf } from '#domain/files/sample-files.test-support.ts';
import { isObject } from '#domain/forms/answers.ts';
import type { BlockAnswers } from '#domain/forms/definition.ts';
import { contentDigest } from '#domain/values/digest.ts';
import type { JsonObject } from '#domain/values/json.ts';
import type { Problem } from '#domain/values/problem.ts';
import { parsePointer } from '#domain/values/pointer.ts';
import { blockPath, type File } from '#tests/support/fill-plan.ts';
import type { Acknowledged, Late } from './history.ts';
import { password, type SeededZone } from './seed.ts';
import { type Ground, Session } from './session.ts';

/** What became of the whole run, as the clients know it. */
export interface Told {
  readonly acknowledged: Acknowledged[];
  readonly late: Late[];
  /** Answers that nobody expected. */
  readonly odd: string[];
}

export interface Night {
  /** Milliseconds since the run began. */
  readonly startAt: number;
  readonly submitAt: number;
  /** Looks at 检查与报送 a while before submitting. */
  readonly looks: boolean;
}

interface Receipt {
  readonly number: string;
  readonly plan: string;
  readonly version: number;
  readonly digest: string;
  readonly pdfDigest: string;
  readonly arrivedAt: string;
  readonly documents: readonly { readonly kind: string; readonly digest: string }[];
}

type Standing = { answers: BlockAnswers; version: number };

/** One zone's night: somebody signs in, mends, writes, attaches, submits and takes the papers home, while a colleague writes too. */
export async function fileZone(zone: SeededZone, night: Night, ground: Ground, told: Told, first: number): Promise<void> {
  const now = (): number => performance.now() - ground.began;
  const until = (at: number): Promise<void> => setTimeout(Math.max(0, at - now()));
  const signedIn = async (name: string): Promise<Session> => {
    const session = new Session(name, ground, first);
    await session.must({ operation: 'signIn', method: 'POST', path: '/api/session', body: { username: zone.username, password } });
    return session;
  };
  const blocks = new Map<string, Standing>();
  const place = (document: string, block: string): Standing => {
    const name = `${document} ${block}`;
    const standing = blocks.get(name) ?? { answers: {}, version: 0 };
    blocks.set(name, standing);
    return standing;
  };

  await until(night.startAt);
  const filer = await signedIn(zone.username);
  const file = (await filer.must({ operation: 'read', method: 'GET', path: `/api/plans/${zone.plan}` })).json<File>();
  for (const document of ['form', 'commitment', 'outline'] as const)
    for (const [block, standing] of Object.entries(file.documents[document])) blocks.set(`${document} ${block}`, { ...standing });
  for (const { id, blocks: own } of file.projects) for (const [block, standing] of Object.entries(own)) blocks.set(`${id} ${block}`, { ...standing });

  /** False once the plan is locked. */
  async function save(session: Session, document: string, block: string, change: (answers: BlockAnswers) => BlockAnswers): Promise<boolean> {
    const standing = place(document, block);
    const { version: base } = standing;
    const key = randomUUID();
    const answers = change(standing.answers);
    const reply = await session.ask({ operation: 'save', method: 'PUT', path: blockPath(zone.plan, document, block), body: { base, answers }, key });
    if (reply.status !== 200) {
      if (reply.status !== 409 || codeOf(reply) !== 'notEditable') told.odd.push(`save answered ${reply.status} ${codeOf(reply)}`);
      return false;
    }
    const stored = reply.json<Standing>();
    told.acknowledged.push({
      kind: 'save',
      key,
      plan: zone.plan,
      document,
      block,
      base,
      version: stored.version,
      digest: contentDigest({ ...stored.answers }),
    });
    Object.assign(standing, { answers: stored.answers, version: stored.version });
    return true;
  }

  const check = async (): Promise<readonly Problem[]> =>
    (await filer.must({ operation: 'check', method: 'GET', path: `/api/plans/${zone.plan}/problems` })).json<Problem[]>();

  /** Gives each principle its reason, ticks each confirmation. */
  async function settle(problems: readonly Problem[]): Promise<void> {
    const notes = new Map<string, JsonObject>();
    for (const { note, severity, message } of problems) {
      if (note === undefined) continue;
      const said = severity === 'confirm' ? { confirmed: message } : { justification: '本项目投入强度大、带动面广，'.repeat(8) };
      notes.set(note.block, { ...notes.get(note.block), [note.key]: said });
    }
    for (const [pointer, added] of notes) {
      const [document = '', second = '', third = ''] = parsePointer(pointer) ?? [];
      const at = document === 'projects' ? ([file.projects[Number(second)]?.id ?? '', third] as const) : ([document, second] as const);
      await save(filer, ...at, (answers) => ({ ...answers, notes: { ...(isObject(answers['notes']) ? answers['notes'] : {}), ...added } }));
    }
  }

  async function attach(): Promise<void> {
    const key = randomUUID();
    const bytes = pdf(zone.username);
    const path = `/api/plans/${zone.plan}/documents/form/files?${new URLSearchParams({ path: '/policy/fund', name: `补充证明-${zone.username}.pdf` })}`;
    const reply = await filer.ask({ operation: 'upload', method: 'POST', path, bytes, key });
    if (reply.status !== 200) return void told.odd.push(`upload answered ${reply.status} ${codeOf(reply)}`);
    told.acknowledged.push({ kind: 'upload', key, plan: zone.plan, file: reply.json<{ id: string }>().id, digest: sm3(bytes) });
  }

  /** Writes on, a sentence at a time, until there is something else to do. */
  async function write(session: Session, block: string, field: string, end: number): Promise<void> {
    const began = place('form', block).answers[field];
    for (let n = 1; now() < end; n++) {
      if (!(await save(session, 'form', block, (answers) => ({ ...answers, [field]: `${String(began)}（第${n}稿）` })))) return;
      await setTimeout(700 + (n % 5) * 250);
    }
  }

  async function submit(): Promise<void> {
    let open: readonly string[] = [];
    for (let tries = 0; tries < 3; tries++) {
      const key = randomUUID();
      const reply = await filer.ask({ operation: 'submit', method: 'POST', path: `/api/plans/${zone.plan}/submit`, body: {}, key });
      if (reply.status === 200) return takeHome(key, reply.json<Receipt>());
      const refused = reply.json<{ code: string; detail: { arrivedAt?: string } }>();
      if (refused.code === 'tooLate') return void told.late.push({ plan: zone.number, key, arrivedAt: refused.detail.arrivedAt ?? '' });
      if (refused.code !== 'problemsOpen') return void told.odd.push(`submit answered ${reply.status} ${refused.code}`);
      const problems = await check();
      open = problems.map(({ rule, path }) => `${rule} ${path}`);
      await settle(problems);
    }
    told.odd.push(`${zone.username} could not settle its problems: ${open.join(', ')}`);
  }

  async function takeHome(key: string, receipt: Receipt): Promise<void> {
    const { number, plan, version, digest, arrivedAt, pdfDigest, documents } = receipt;
    const papers = [pdfDigest, ...documents.map((one) => one.digest)];
    told.acknowledged.push({ kind: 'submit', key, plan, receipt: number, version, digest, papers, arrivedAt });
    const at = `/api/plans/${zone.plan}/versions/${version}`;
    const files = [[`${at}/form.pdf`, pdfDigest] as const, ...documents.map((one) => [`${at}/documents/${one.kind}.pdf`, one.digest] as const)];
    for (const [path, expected] of files) {
      const { bytes } = await filer.must({ operation: 'download', method: 'GET', path });
      told.acknowledged.push({ kind: 'paper', plan, version, expected, digest: sm3(bytes) });
    }
  }

  await settle(await check());
  const colleague = signedIn(`${zone.username}-colleague`).then((session) => write(session, 'workPlan', 'year1', night.submitAt - 200));
  const half = (now() + night.submitAt) / 2;
  await write(filer, 'goal', 'goal', half);
  await attach();
  await write(filer, 'goal', 'goal', night.submitAt - (night.looks ? 6_000 : 500));
  if (night.looks) await check();
  await until(night.submitAt);
  await submit();
  await colleague;
}

function codeOf(reply: { readonly json: <T>() => T }): string | undefined {
  return reply.json<{ code?: string }>().code;
}

function sm3(bytes: Uint8Array): string {
  return createHash('sm3').update(bytes).digest('hex');
}
