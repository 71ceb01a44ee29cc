import { z } from 'zod';
import { keptPaperKinds } from '#domain/audit/case-file.ts';
import { route } from '#http/contract/define.ts';
import { digest, instant, json, planState } from '#http/contract/shapes.ts';

const day = z.union([z.literal(''), z.iso.date()]);
const text = z.string().trim().max(100);
const search = z.object({
  who: text.default(''),
  organisation: text.default(''),
  command: text.default(''),
  subject: text.default(''),
  from: day.default(''),
  to: day.default(''),
  outcome: z.enum(['all', 'done', 'refused']).default('all'),
  looks: z.enum(['yes', 'no']).default('no'),
});
const row = z.object({
  id: z.number().int(),
  at: instant,
  actor: z.string(),
  name: z.string().nullable(),
  username: z.string().nullable(),
  organisation: z.string().nullable(),
  command: z.string(),
  subject: z.string(),
  detail: z.record(z.string(), json),
  /** Null until it is chained. */
  seq: z.number().int().nullable(),
});
const entry = z.object({
  id: z.number().int(),
  at: instant,
  actor: z.string(),
  organisationId: z.string().nullable(),
  command: z.string(),
  subject: z.string(),
  detail: z.record(z.string(), json),
  key: z.string().nullable(),
});
const link = z.object({ seq: z.number().int(), prev: digest, hash: digest });
const thing = z.enum(['plan', 'proposal', 'local', 'recommendation', 'intake']);
const content = z.object({
  form: json,
  outline: json,
  commitment: json,
  projects: z.array(json),
});
const head = z.object({ day: z.string(), seq: z.number().int(), hash: digest, publishedAt: instant });
const numbered = z.object({ number: z.string().max(40) });

/** The audit log, its chain, and what it tells of a file. */
export const auditRoutes = {
  auditEntries: route({
    method: 'GET',
    path: '/api/audit/entries',
    summary: 'Search the log, newest first; `before` is the `next` of the page before',
    act: 'audit.search',
    query: search.extend({ before: z.coerce.number().int().positive().optional() }),
    reply: z.object({ rows: z.array(row), next: z.number().int().nullable() }),
  }),
  auditEntry: route({
    method: 'GET',
    path: '/api/audit/entries/:entry',
    summary: 'One entry, whole, with its link of the chain',
    act: 'audit.search',
    params: z.object({ entry: z.coerce.number().int().positive() }),
    reply: z.object({ row, entry, link: link.nullable() }),
  }),
  exportAudit: route({
    method: 'POST',
    path: '/api/audit/export',
    summary: 'What a search finds, up to 10 000 entries, to be taken away; leaves an entry of its own',
    act: 'audit.export',
    body: search,
    reply: z.object({ rows: z.array(row), all: z.boolean() }),
  }),
  verifyAudit: route({
    method: 'POST',
    path: '/api/audit/verify',
    summary: 'Walk the whole chain and replay every state from it, now; leaves an entry of its own',
    act: 'audit.verify',
    body: z.object({}),
    reply: z.object({
      chain: z.discriminatedUnion('ok', [
        z.object({ ok: z.literal(true), entries: z.number().int(), head: z.string() }),
        z.object({
          ok: z.literal(false),
          fault: z.enum(['edited', 'deleted', 'reordered', 'truncated', 'rewritten', 'unchained']),
          seq: z.number().int(),
          entryId: z.number().int().nullable(),
        }),
      ]),
      /** How many states were computed from the log, and those that are stored otherwise. */
      replayed: z.number().int(),
      mismatches: z.array(z.object({ thing, name: z.string(), stored: z.string(), replayed: z.string().nullable(), broken: z.string().nullable() })),
    }),
  }),
  fileState: route({
    method: 'GET',
    path: '/api/audit/plans/:number',
    summary: "A plan's states, versions and people as of an instant, as the log tells; nothing of its content",
    act: 'audit.file',
    params: numbered,
    query: z.object({ at: z.string().max(40).default('') }),
    reply: z.object({
      id: z.string(),
      number: z.string(),
      call: z.string(),
      zone: z.string(),
      city: z.string(),
      at: instant,
      /** `before` null: it was not there yet. */
      states: z.array(z.object({ thing, name: z.string(), before: z.string().nullable(), now: z.string() })),
      entries: z.object({ before: z.number().int(), now: z.number().int() }),
      versions: z.array(
        z.object({
          n: z.number().int(),
          filedAt: instant,
          filedBy: z.string(),
          digest,
          pdfDigest: digest,
          documents: z.array(z.object({ kind: z.enum(['plan', 'commitment']), digest })),
          receipt: z.string(),
        }),
      ),
      people: z.array(
        z.object({
          username: z.string(),
          name: z.string(),
          organisation: z.string(),
          since: instant,
          state: z.enum(['active', 'suspended', 'closed']),
          /** Null where the log does not tell. */
          rights: z.object({ write: z.boolean(), submit: z.boolean(), manage: z.boolean() }).nullable(),
        }),
      ),
      /** The call is finished: the content may be read too, on record. */
      mayRead: z.boolean(),
    }),
  }),
  contentAt: route({
    method: 'GET',
    path: '/api/audit/plans/:number/content',
    summary: 'The text of a plan as it stood at an instant, and as it stands now; on record',
    act: 'case.read',
    params: numbered,
    query: z.object({ at: z.string().max(40).default('') }),
    reply: z.object({
      at: instant,
      edition: digest,
      before: content,
      now: content,
      /** Saved by then. */
      blocks: z.number().int(),
      files: z.array(
        z.object({
          name: z.string(),
          path: z.string(),
          document: z.string(),
          digest: digest.nullable(),
          uploadedAt: instant,
          removedAt: instant.nullable(),
        }),
      ),
    }),
  }),
  exportCase: route({
    method: 'POST',
    path: '/api/audit/plans/:number/export',
    summary: 'Everything that proves what was done in one case; leaves an entry of its own',
    act: 'case.export',
    load: 'render',
    params: numbered,
    body: z.object({}),
    reply: z.object({
      plan: z.object({ id: z.string(), number: z.string(), call: z.string(), zone: z.string(), city: z.string(), state: planState }),
      takenAt: instant,
      takenBy: z.string(),
      head: z.object({ seq: z.number().int(), hash: z.string() }),
      entries: z.array(z.object({ entry, link: link.nullable() })),
      names: z.record(z.string(), json),
      versions: z.array(z.object({ n: z.number().int(), filedAt: instant, contentDigest: digest, pdfDigest: digest, receiptNumber: z.string() })),
      receipts: z.array(
        z.object({ number: z.string(), planId: z.string(), version: z.number().int(), arrivedAt: instant, auditSeq: z.number().int(), auditHash: digest }),
      ),
      heads: z.array(head),
      letters: z.array(z.object({ n: z.number().int(), version: z.number().int(), documentNumber: z.string(), issuedAt: instant })),
      paperReceipts: z.array(
        z.object({
          n: z.number().int(),
          version: z.number().int(),
          stampedAt: instant,
          counts: z.object({ plan: z.number().int(), form: z.number().int(), letter: z.number().int() }),
          handedInBy: z.string(),
        }),
      ),
      paperRefusals: z.array(
        z.object({
          n: z.number().int(),
          id: z.string(),
          at: instant,
          cause: z.string(),
          code: z.string(),
          handedInBy: z.string(),
          remark: z.string(),
        }),
      ),
      mendings: z.array(
        z.object({
          round: z.number().int(),
          version: z.number().int(),
          askedAt: instant,
          deadline: instant,
          reason: z.string(),
          parts: z.array(z.object({ document: z.string(), block: z.string(), text: z.string() })),
          paper: z.array(z.string()),
        }),
      ),
      papers: z.array(z.object({ n: z.number().int(), kind: z.enum(['form', 'plan', 'commitment', ...keptPaperKinds]), digest })),
    }),
  }),
  casePaper: route({
    method: 'GET',
    path: '/api/audit/plans/:number/papers/:kind/:n',
    summary: 'A 推荐函, 签收单 or 告知单 of the case, by its number there',
    act: 'case.read',
    load: 'render',
    params: numbered.extend({ kind: z.enum(keptPaperKinds), n: z.coerce.number().int().positive() }),
    file: 'application/pdf',
  }),
  lookAtPhone: route({
    method: 'POST',
    path: '/api/organisations/:organisation/contact/phone',
    summary: 'Open the sealed telephone number of whoever asked for a place; every look is on record',
    act: 'secret.look',
    params: z.object({ organisation: z.string() }),
    body: z.object({}),
    reply: z.object({ phone: z.string() }),
  }),
  publishedHeads: route({
    method: 'GET',
    path: '/api/heads',
    summary: "The audit chain's head of every day, newest first: whoever copies it is a witness",
    act: 'public.read',
    reply: z.array(head),
  }),
  publishedHeadsText: route({ method: 'GET', path: '/api/heads.txt', summary: 'The same as plain text, a line a day', act: 'public.read', file: 'any' }),
  system: route({
    method: 'GET',
    path: '/api/system',
    summary: 'Database, queues, disk and chain in numbers; no content',
    act: 'system.read',
    reply: z.object({
      databaseSize: z.number(),
      chain: z.number().int(),
      unchained: z.number().int(),
      lag: z.number().int(),
      jobs: z.array(z.object({ name: z.string(), state: z.string(), count: z.number().int(), newest: instant })),
      outbox: z.array(z.object({ state: z.string(), count: z.number().int(), oldest: instant })),
      backup: z.object({ at: instant, kind: z.enum(['database.backup', 'database.restore']) }).nullable(),
      version: z.string().nullable(),
      disk: z.object({ free: z.number(), total: z.number() }).nullable(),
      head: z.object({ day: z.string(), seq: z.number().int() }).nullable(),
      missing: z.array(z.object({ seq: z.number().int(), hash: z.string() })),
    }),
  }),
  security: route({
    method: 'GET',
    path: '/api/security',
    summary: 'Locked names, failed sign-ins, open sessions',
    act: 'security.read',
    reply: z.object({
      locked: z.array(z.object({ username: z.string(), name: z.string(), organisationId: z.string(), organisation: z.string(), seconds: z.number().int() })),
      tries: z.array(z.object({ at: instant, username: z.string(), refused: z.string(), address: z.string(), known: z.boolean() })),
      sessions: z.array(
        z.object({
          username: z.string(),
          name: z.string(),
          organisationId: z.string(),
          organisation: z.string(),
          address: z.string().nullable(),
          userAgent: z.string().nullable(),
          since: instant,
          seenAt: instant,
        }),
      ),
    }),
  }),
} as const;
