import type { Answers } from '#domain/forms/definition.ts';
import type { ZoneRow } from '#domain/programme/edition.ts';
import type { JsonObject } from '#domain/values/json.ts';

/** A whole plan (试点方案) as it is filed, frozen and exchanged: the shape of `plan.json`. */
export interface PlanContent {
  readonly edition: string;
  readonly call: string;
  /** Name of the zone in the edition's register. */
  readonly zone: string;
  /** Division code of the zone's prefecture. */
  readonly city: string;
  /** 申报表. */
  readonly form: Answers;
  /** Narrative by section key: the editor's document JSON. */
  readonly outline: { readonly [section: string]: JsonObject };
  readonly commitment: Answers;
  /** 项目申报书, in order: project 1 is index 0. */
  readonly projects: readonly Answers[];
  readonly attachments: readonly AttachedFile[];
}

/** A file as a plan names it: freezing a plan freezes what its files are, by digest. A type alias is JSON, as a plan is. */
export type AttachedFile = {
  /** Pointer of the field that the file proves: `/form/policy/fund`, `/projects/3/summary/location`. */
  readonly path: string;
  /** Name that people see. */
  readonly name: string;
  /** Address of the bytes: `/api/files/{id}`. Absent where a file was only named, as are the rest. */
  readonly id?: string;
  readonly digest?: string;
  readonly size?: number;
  readonly mediaType?: string;
};

/** How far the recommendation of an outside project by its local authority is; `stale`: it was of an older version. */
export type RecommendationState = 'none' | 'asked' | 'given' | 'declined' | 'stale';

/** What a check must know of a project's proposal beyond its text. */
export interface ProposalFact {
  readonly state: 'drafting' | 'atZone' | 'taken' | 'locked';
  /** Its applicant writes it; otherwise the zone does, for a company without accounts. */
  readonly owner: boolean;
  /** The owner's name; empty without one. */
  readonly company: string;
  readonly recommendation: RecommendationState;
}

/**
 * What a check must know beyond the plan itself. The clock is a fact. A fact that is absent makes the rules that need it
 * *unknown*: a human item at intake, never a pass (model, head of §4).
 */
export interface Facts {
  /** Instant of submitting, ISO 8601; the deadline is judged by it. */
  readonly at?: string;
  /** Deadline in force for this zone, extensions included. Default: the edition's submitBy. */
  readonly submitBy?: string;
  /** Numbers of other live projects by the same applicant, by applicant's credit code (R30). */
  readonly claims?: Readonly<Record<string, readonly string[]>>;
  /** Aligned with the plan's projects (R37, R38). */
  readonly proposals?: readonly ProposalFact[];
  /** The zone has published a solicitation under the call (R29). */
  readonly solicited?: boolean;
  /** Companies whose answers the zone has neither accepted nor declined (R29). */
  readonly openAnswers?: readonly string[];
  /** The zone in the province's register as it stands; the edition's own list where it is absent. */
  readonly zone?: ZoneRow;
  /** Parties under a current integrity effect (R32), by name or credit code. */
  readonly breaches?: readonly string[];
  /** Zones that hold the recommendations of the plan's city, itself apart (R03). */
  readonly recommended?: readonly string[];
  /** Projects, from 0, that a mending leaves as they were filed: nothing can be ticked there, and what was ticked at filing stands. */
  readonly asFiled?: readonly number[];
  /** Papers under which the city's bureau has signed its opinion (R08). */
  readonly opinions?: readonly ('plan' | 'form')[];
}
