import type { PlanContent } from '#domain/filing/plan.ts';
import type { Edition } from '#domain/programme/edition.ts';
import { unprintable } from '#domain/values/printable.ts';
import type { Problem } from '#domain/values/problem.ts';
import { Refusal } from '#domain/values/refusal.ts';
import { drawCommitment } from './draw-commitment.ts';
import { dateParts } from './draw-form.ts';
import { drawLetter } from './draw-letter.ts';
import { drawPlan } from './draw-plan.ts';
import { drawProposal } from './draw-proposal.ts';
import { type Flow, type FlowImage, type FlowPart, wordsOfFlow } from './flow/flow.ts';
import { type PaperMark, type RenderedPaper, renderers } from './form.ts';
import { drawMark } from './mark.ts';
import type { Pool } from './pool.ts';

/** The documents beside the 申报表: 试点方案, 承诺书, 推荐函, 项目申报书. */
export const documentKinds = ['plan', 'commitment', 'letter', 'proposal'] as const;
export type DocumentKind = (typeof documentKinds)[number];

export interface DocumentRequest {
  /** Loaded edition (years resolved). */
  readonly edition: Edition;
  readonly plan: PlanContent;
  /** What check() found; the plan prints what is justified of its own text. */
  readonly problems: readonly Problem[];
  readonly mark: PaperMark;
  /** The document's date, `YYYY-MM-DD`: the filing's, never the clock's. */
  readonly date: string;
  /** Demonstration data says so on every page. */
  readonly demo?: boolean;
  /** Pictures of the narrative, by their id among the plan's files. */
  readonly images?: ReadonlyMap<string, FlowImage>;
  /** 文号 of the letter, once the city has given one. */
  readonly letterNumber?: string;
  /** Which project the proposal is of: 0 is the first. */
  readonly project?: number;
}

/** A document's title, as in its file's properties and in the head of a draft, and what stands on its pages. */
export interface DrawnDocument {
  readonly title: string;
  readonly author: string;
  readonly body: readonly FlowPart[];
  readonly images?: readonly FlowImage[];
  /** Points; official text unless told. */
  readonly text?: Flow['text'];
}

/** 三号 on lines 28 points apart, as official documents are set. */
const official = { size: 16, pitch: 28 } as const;

const draw: Readonly<Record<DocumentKind, (request: DocumentRequest) => DrawnDocument>> = {
  plan: drawPlan,
  commitment: drawCommitment,
  letter: drawLetter,
  proposal: drawProposal,
};

/** A document as plain data. */
export function drawDocument(kind: DocumentKind, request: DocumentRequest): Flow {
  const { title, author, body, images = [], text = official } = draw[kind](request);
  const marks = drawMark(
    request.edition,
    { title, ...(kind === 'proposal' ? {} : { kind }) },
    request.edition.papers.foot,
    request.mark,
    request.demo === true,
  );
  return { meta: { title, author, date: dateParts(request.date) }, text, body, images, ...marks };
}

/**
 * A document as PDF/A-2a. The same request gives the same bytes.
 * Throws Refusal `unrenderable` (`characters` that no font has; or out of time or memory, `reason`) or `busy` (too many waiting).
 */
export async function renderDocument(kind: DocumentKind, request: DocumentRequest, pool: Pick<Pool, 'render'> = renderers): Promise<RenderedPaper> {
  const flow = drawDocument(kind, request);
  const characters = unprintable(wordsOfFlow(flow).join(''));
  if (characters.length > 0) throw new Refusal('unrenderable', { characters });
  return pool.render(flow);
}
