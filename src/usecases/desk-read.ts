import { findDeadlines, findOpenCall } from '#db/calls.ts';
import { now } from '#db/clock.ts';
import { receiptsBetween, recentLookups, refusalsBetween } from '#db/paper-desk.ts';
import { renderRegister } from '#documents/render/draw-intake.ts';
import type { Copies } from '#domain/filing/intake.ts';
import { addCopies } from '#domain/intake/copies.ts';
import { formatDay, isDay, parseInstant } from '#domain/values/instant.ts';
import { Refusal } from '#domain/values/refusal.ts';
import { authorise } from './authorise.ts';
import type { Deps } from './deps.ts';
import { refusalFacts } from './desk-refuse.ts';
import type { PdfFile } from './draft-pdf.ts';
import { editionInForce } from './edition-in-force.ts';
import type { Session } from './session.ts';

const shownScans = 8;
const day = 86_400_000;

/** The head of the desk: what was taken in today, until when paper is taken, and the person's last scans. */
export async function readDesk(deps: Deps, asker: Session | null) {
  const session = authorise(asker, 'desk.read', { kind: 'call' });
  const { db } = deps;
  const at = await now(db);
  const { from, to } = daySpan(formatDay(Date.parse(at)));
  const call = await findOpenCall(db);
  const scans = await recentLookups(db, session.person, shownScans);
  return {
    now: at,
    today: (await receiptsBetween(db, from, to)).length,
    paperBy: call === undefined ? null : (await findDeadlines(db, call.id)).paperBy,
    scans: scans.map(({ code, status, zone, planVersion, newest, paper, at: scannedAt }) => ({
      code,
      status,
      zone,
      version: planVersion,
      newest,
      paper,
      at: scannedAt,
    })),
  };
}

export interface DayRegister {
  readonly day: string;
  readonly receipts: readonly {
    readonly planId: string;
    readonly plan: string;
    readonly zone: string;
    readonly number: string;
    readonly n: number;
    readonly version: number;
    readonly stampedAt: string;
    readonly counts: Copies;
    readonly handedInBy: string;
    readonly courier: string | null;
    readonly tracking: string | null;
    readonly remark: string;
    readonly clerk: string;
  }[];
  readonly totals: Copies;
  readonly refusals: readonly {
    readonly id: string;
    readonly plan: string | null;
    readonly zone: string | null;
    readonly code: string;
    readonly cause: 'late' | 'superseded' | 'unknown' | 'notRecommended' | 'other';
    readonly at: string;
    readonly handedInBy: string;
    readonly remark: string;
    readonly clerk: string;
  }[];
}

/** 收件登记 of one day, Beijing time; today where none is named. */
export async function readRegister(deps: Deps, asker: Session | null, asked: string | undefined): Promise<DayRegister> {
  authorise(asker, 'desk.register', { kind: 'call' });
  const on = asked ?? formatDay(Date.parse(await now(deps.db)));
  const { from, to } = daySpan(on);
  const receipts = await receiptsBetween(deps.db, from, to);
  const refusals = await refusalsBetween(deps.db, from, to);
  return {
    day: on,
    receipts: receipts.map(
      ({ planId, plan, zone, number, n, planVersion: version, stampedAt, counts, handedInBy, courier, tracking, remark, person: clerk }) => ({
        planId,
        plan,
        zone,
        number,
        n,
        version,
        stampedAt,
        counts,
        handedInBy,
        courier,
        tracking,
        remark,
        clerk,
      }),
    ),
    totals: addCopies(receipts.map((receipt) => receipt.counts)),
    refusals: refusals.map(({ id, plan, zone, code, cause, at, handedInBy, remark, person: clerk }) => ({
      id,
      plan,
      zone,
      code,
      cause,
      at,
      handedInBy,
      remark,
      clerk,
    })),
  };
}

/** The same as a paper. */
export async function registerPdf(deps: Deps, asker: Session | null, asked: string | undefined): Promise<PdfFile> {
  const register = await readRegister(deps, asker, asked);
  const { from, to } = daySpan(register.day);
  const refusals = [];
  for (const row of await refusalsBetween(deps.db, from, to)) refusals.push(await refusalFacts(deps.db, row));
  const receipts = register.receipts.map(({ stampedAt, ...row }) => ({ ...row, at: stampedAt }));
  const { bytes } = await renderRegister(
    await editionInForce(deps),
    { day: register.day, centre: asker?.organisationName ?? '', receipts, refusals },
    deps.demo,
  );
  return { bytes, name: `register-${register.day}.pdf` };
}

/** The instants between which a Beijing day lies. */
function daySpan(on: string): { readonly from: string; readonly to: string } {
  const end = isDay(on) ? parseInstant(on) : undefined;
  if (end === undefined) throw new Refusal('badRequest', { at: ['day'] });
  return { from: new Date(end - day).toISOString(), to: new Date(end).toISOString() };
}
