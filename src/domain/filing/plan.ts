import type { Answers } from '#domain/forms/definition.ts';
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
  /** `path` is the pointer of the field that the file proves. */
  readonly attachments: readonly { readonly path: string; readonly name: string }[];
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
  /** Parties under a current integrity effect (R32), by name or credit code. */
  readonly breaches?: readonly string[];
}
