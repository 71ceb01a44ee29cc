import { z } from 'zod';
import { route } from '#http/contract/define.ts';
import { digest, done, instant, planState } from '#http/contract/shapes.ts';

const planParams = z.object({ plan: z.string() });
const paper = z.enum(['letter', 'form', 'plan', 'commitment']);
const intakeState = z.enum(['awaitingPaper', 'checking', 'mending', 'admitted', 'refused']);
const count = z.number().int().min(0).max(999);
const counts = z.object({ plan: count, form: count, letter: count });
const cause = z.enum(['late', 'superseded', 'unknown', 'notRecommended', 'other']);
const status = z.enum(['valid', 'superseded', 'unknown', 'notRecommended']);
const resultKind = z.enum(['admit', 'refuse', 'strike']);
const kept = z.object({ n: z.number().int(), filedAt: instant });

/** A code as a scanner types it: far longer than any of ours, so that what is foreign is answered too. */
const scanned = z.string().max(2000);
const words = z.string().trim().max(120);
const handed = {
  code: scanned,
  handedInBy: words.min(1),
  courier: words.min(1).nullable(),
  tracking: words.min(1).nullable(),
  remark: z.string().trim().max(500),
};

const answer = z.object({
  status,
  code: z.string(),
  at: instant,
  paper: paper.nullable(),
  page: z.number().int().nullable(),
  pages: z.number().int().nullable(),
  plan: z.object({ id: z.string(), number: z.string(), zone: z.string(), cluster: z.string() }).nullable(),
  version: kept.extend({ digest }).nullable(),
  current: kept.nullable(),
  recommendedAt: instant.nullable(),
  state: intakeState.nullable(),
  deadline: instant.nullable(),
  late: z.boolean(),
});

const listedReceipt = z.object({
  n: z.number().int(),
  version: z.number().int(),
  stampedAt: instant,
  counts,
  handedInBy: z.string(),
  courier: z.string().nullable(),
  tracking: z.string().nullable(),
  remark: z.string(),
  clerk: z.string(),
});

const listedRefusal = z.object({ id: z.string(), code: z.string(), cause, at: instant, handedInBy: z.string(), remark: z.string(), clerk: z.string() });
const mendingPart = z.object({ document: z.string().min(1).max(100), block: z.string().min(1).max(100), text: z.string().trim().min(1).max(500) });
const mendable = z.enum(['letter', 'form', 'plan', 'commitment', 'scan']);

/** The intake centre: the desk where paper comes in, the formal check, and what the province decides of it. */
export const intakeRoutes = {
  desk: route({
    method: 'GET',
    path: '/api/desk',
    summary: 'The desk: what was taken in today, until when paper is taken, and the last scans of who asks',
    act: 'desk.read',
    reply: z.object({
      now: instant,
      today: z.number().int(),
      paperBy: instant.nullable(),
      scans: z.array(
        z.object({
          code: z.string(),
          status,
          zone: z.string().nullable(),
          version: z.number().int().nullable(),
          newest: z.number().int().nullable(),
          paper: z.string().nullable(),
          at: instant,
        }),
      ),
    }),
  }),
  lookUp: route({
    method: 'POST',
    path: '/api/desk/lookups',
    summary: 'What a scanned or typed code is; a number or words of a zone name lead to files instead',
    act: 'desk.look',
    body: z.object({ text: scanned }),
    reply: z.object({ answer: answer.nullable(), found: z.array(z.object({ planId: z.string(), plan: z.string(), zone: z.string() })) }),
    command: true,
  }),
  lookUpScan: route({
    method: 'POST',
    path: '/api/desk/scans',
    summary: 'The same of every code on a photographed or scanned page; the picture is not kept',
    act: 'desk.look',
    load: 'look',
    upload: 30_000_000,
    reply: z.object({ pages: z.number().int(), unread: z.array(z.number().int()), answers: z.array(answer) }),
    command: true,
  }),
  refusePaper: route({
    method: 'POST',
    path: '/api/desk/refusals',
    summary: 'Note that paper was not taken; the server finds out why from its code',
    act: 'desk.refuse',
    body: z.object(handed),
    reply: z.object({ refusal: z.string(), cause, at: instant }),
    command: true,
  }),
  refusalNote: route({
    method: 'GET',
    path: '/api/desk/refusals/:refusal/note.pdf',
    summary: 'The note that goes back with paper that was not taken',
    act: 'desk.paper',
    load: 'render',
    params: z.object({ refusal: z.string() }),
    file: 'application/pdf',
  }),
  dayRegister: route({
    method: 'GET',
    path: '/api/desk/register',
    summary: 'What came in on a day, Beijing time; today where none is named',
    act: 'desk.register',
    query: z.object({ day: z.iso.date().optional() }),
    reply: z.object({
      day: z.string(),
      receipts: z.array(listedReceipt.extend({ planId: z.string(), plan: z.string(), zone: z.string(), number: z.string() })),
      totals: counts,
      refusals: z.array(listedRefusal.extend({ plan: z.string().nullable(), zone: z.string().nullable() })),
    }),
  }),
  dayRegisterPdf: route({
    method: 'GET',
    path: '/api/desk/register.pdf',
    summary: 'The same as a paper',
    act: 'desk.register',
    load: 'render',
    query: z.object({ day: z.iso.date().optional() }),
    file: 'application/pdf',
  }),
  intakes: route({
    method: 'GET',
    path: '/api/intakes',
    summary: 'Every file at the intake centre, by what is due first',
    act: 'intake.list',
    reply: z.object({
      now: instant,
      files: z.array(
        z.object({
          planId: z.string(),
          plan: z.string(),
          zone: z.string(),
          city: z.string(),
          cluster: z.string().nullable(),
          state: intakeState,
          number: z.string().nullable(),
          version: z.number().int(),
          filedAt: instant,
          deadline: instant,
          firstReceiptAt: instant.nullable(),
          receipts: z.number().int(),
          mendingRound: z.number().int().nullable(),
          mendingReason: z.string().nullable(),
          mendingOnline: z.boolean(),
          mendedVersion: z.boolean(),
          confirmed: z.boolean(),
          openResult: resultKind.nullable(),
        }),
      ),
    }),
  }),
  intake: route({
    method: 'GET',
    path: '/api/intakes/:plan',
    summary: 'One file: what came, what is owed, the formal check as it stands, what was proposed and decided',
    act: 'intake.read',
    params: planParams,
    reply: z.object({
      now: instant,
      plan: z.object({ id: z.string(), number: z.string(), zone: z.string(), cluster: z.string(), state: planState, edition: digest }),
      state: intakeState,
      number: z.string().nullable(),
      version: kept.extend({ digest }),
      recommended: z.object({ at: instant, documentNumber: z.string(), version: z.number().int() }).nullable(),
      deadline: instant,
      late: z.boolean(),
      confirmed: z.boolean(),
      copies: z.object({ needed: counts, received: counts, missing: counts }),
      receipts: z.array(listedReceipt.extend({ digest })),
      refusals: z.array(listedRefusal),
      items: z.array(
        z.object({
          item: z.string(),
          clause: z.string(),
          title: z.string(),
          auto: z.boolean(),
          result: z.enum(['met', 'excused', 'broken', 'open']),
          evidence: z.string(),
          lines: z.array(z.string()),
          note: z.string().nullable(),
          by: z.string().nullable(),
          at: instant.nullable(),
        }),
      ),
      complete: z.boolean(),
      mendings: z.array(
        z.object({
          round: z.number().int(),
          n: z.number().int(),
          deadline: instant,
          reason: z.string(),
          parts: z.array(z.object({ document: z.string(), block: z.string(), text: z.string() })),
          paper: z.array(z.string()),
          askedAt: instant,
        }),
      ),
      mendingsLeft: z.number().int(),
      projects: z.array(z.object({ id: z.string(), number: z.string(), name: z.string(), struck: z.boolean() })),
      enoughProjects: z.boolean(),
      results: z.array(
        z.object({
          id: z.string(),
          kind: resultKind,
          project: z.string().nullable(),
          reason: z.string(),
          proposer: z.string(),
          proposedAt: instant,
          own: z.boolean(),
          decision: z.enum(['agreed', 'sentBack']).nullable(),
          decider: z.string().nullable(),
          decidedAt: instant.nullable(),
          decisionReason: z.string().nullable(),
        }),
      ),
      may: z.array(z.string()),
    }),
  }),
  receivePaper: route({
    method: 'POST',
    path: '/api/intakes/:plan/receipts',
    summary: 'Take paper in: counted, stamped by the server, receipt printed; paper that comes too late is refused on record',
    act: 'intake.receive',
    load: 'submit',
    params: planParams,
    body: z.object({ ...handed, counts }),
    reply: z.union([
      z.object({ taken: z.literal(true), number: z.string(), n: z.number().int(), stampedAt: instant, missing: counts }),
      z.object({ taken: z.literal(false), refusal: z.string(), at: instant, deadline: instant }),
    ]),
    command: true,
  }),
  paperReceipt: route({
    method: 'GET',
    path: '/api/intakes/:plan/receipts/:n/receipt.pdf',
    summary: 'A receipt of paper as it was printed',
    act: 'intake.paper',
    load: 'render',
    params: z.object({ plan: z.string(), n: z.coerce.number().int().positive() }),
    file: 'application/pdf',
  }),
  lookAtItem: route({
    method: 'PUT',
    path: '/api/intakes/:plan/items/:item',
    summary: 'What a person found out about a human item; automatic ones answer themselves',
    act: 'intake.look',
    params: z.object({ plan: z.string(), item: z.string().max(60) }),
    body: z.object({ result: z.enum(['met', 'broken', 'open']), note: z.string().trim().max(500) }),
    reply: done,
    command: true,
  }),
  askMending: route({
    method: 'POST',
    path: '/api/intakes/:plan/mendings',
    summary: 'Send the file back for mending: named parts, papers, and a deadline of its own',
    act: 'intake.mend',
    params: planParams,
    body: z.object({
      deadline: instant,
      reason: z.string().trim().min(1).max(1000),
      parts: z.array(mendingPart).max(200),
      paper: z.array(mendable).max(5),
    }),
    reply: done,
    command: true,
  }),
  proposeResult: route({
    method: 'POST',
    path: '/api/intakes/:plan/results',
    summary: 'Propose to admit, not to admit, or to strike a project out; in force once an officer has agreed',
    act: 'intake.propose',
    params: planParams,
    body: z.object({ kind: resultKind, project: z.string().nullable(), reason: z.string().trim().max(1000) }),
    reply: z.object({ id: z.string() }),
    command: true,
  }),
  decideIntake: route({
    method: 'POST',
    path: '/api/intakes/:plan/results/:result/decision',
    summary: 'Agree with a proposed result, or send it back with a reason',
    act: 'intake.decide',
    params: z.object({ plan: z.string(), result: z.string() }),
    body: z.object({ decision: z.enum(['agreed', 'sentBack']), reason: z.string().trim().max(1000) }),
    reply: done,
    command: true,
  }),
} as const;
