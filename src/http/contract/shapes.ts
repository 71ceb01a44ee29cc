import { z } from 'zod';

/** Shapes that several routes speak. Instants are ISO 8601 strings. */
export const instant = z.string();
export const digest = z.string().regex(/^[0-9a-f]{64}$/);
export const json = z.json();
export const done = z.object({ done: z.literal(true) });
export const blockAnswers = z.record(z.string(), json);

export const problem = z.object({
  severity: z.enum(['must', 'principle', 'confirm', 'human', 'flag']),
  clause: z.string(),
  rule: z.string(),
  path: z.string(),
  message: z.string(),
  also: z.array(z.string()).optional(),
  note: z.object({ block: z.string(), key: z.string() }).optional(),
  justification: z.string().optional(),
  confirmed: z.literal(true).optional(),
  stage: z.string().optional(),
});

export const person = z.object({
  username: z.string(),
  name: z.string(),
  organisation: z.string(),
  /** What kind of organisation: decides the navigation, never the permission. */
  kind: z.enum(['province', 'intake', 'city', 'zone', 'local', 'company', 'institute', 'expert', 'auditor', 'admin']),
  rights: z.object({ write: z.boolean(), submit: z.boolean(), manage: z.boolean() }),
  /** Of an administrator: which of the three tasks. */
  adminRole: z.enum(['system', 'security', 'audit']).nullable(),
  /** What must be done before anything else can be: every other route answers 403 `mustChangePassword` or `mustSetSecondFactor`. */
  must: z.enum(['changePassword', 'setSecondFactor']).nullable(),
});

export const planState = z.enum(['drafting', 'atCity', 'atProvince', 'mending', 'admitted', 'supported', 'ended']);

export const planRow = z.object({
  id: z.string(),
  number: z.string(),
  /** 集群名称, or empty. */
  cluster: z.string(),
  zone: z.string(),
  state: planState,
  latestVersion: z.number().int().nullable(),
  savedAt: instant.nullable(),
  filedAt: instant.nullable(),
});

/** One block as it stands: its answers, the counter that the next save must name, who saved it when. */
export const blockState = z.object({
  answers: blockAnswers,
  version: z.number().int(),
  savedAt: instant.nullable(),
  savedBy: z.string().nullable(),
});

/**
 * `document` is `form`, `commitment`, `outline` or a project's id; blocks are the keys of its form definition
 * (for the outline: section keys).
 */
export const documentState = z.record(z.string(), blockState);

/** A file as a plan names it: its place by pointer, its bytes by digest. */
export const attachedFile = z.object({
  path: z.string(),
  name: z.string(),
  id: z.string().exactOptional(),
  digest: digest.exactOptional(),
  size: z.number().int().exactOptional(),
  mediaType: z.string().exactOptional(),
});

/** `locked` while the plan is filed. */
export const proposalState = z.enum(['drafting', 'atZone', 'taken', 'locked']);

/** Of the newest version: an opinion on an older one is stale. `none`: nobody was asked. */
export const recommendationState = z.enum(['none', 'asked', 'given', 'declined', 'stale']);

const planProject = z.object({
  id: z.string(),
  number: z.string(),
  state: proposalState,
  /** Null: the zone fills it in itself. */
  owner: z.object({ name: z.string() }).nullable(),
  /** Why the zone returned it last, while it is being drafted again; else null. */
  returned: z.string().nullable(),
  recommendation: z.object({ state: recommendationState.exclude(['none']), authority: z.string(), version: z.number().int() }).nullable(),
  blocks: documentState,
});

/** A zone as the register has it. */
export const zoneRow = z.object({
  name: z.string(),
  level: z.string(),
  cityCode: z.string(),
  countyCode: z.string().exactOptional(),
  industries: z.array(z.string()),
  industryText: z.string().exactOptional(),
  sunan: z.boolean(),
  source: z.string(),
  note: z.string().exactOptional(),
});

export const planFile = z.object({
  id: z.string(),
  number: z.string(),
  state: planState,
  call: z.string(),
  edition: digest,
  zone: z.string(),
  city: z.string(),
  /** In force for its zone, extensions included; `submitBy` is the mending's own while the plan is being mended. */
  submitBy: instant,
  recommendBy: instant,
  paperBy: instant,
  /** What this person may do with it now, by act. */
  may: z.array(z.string()),
  documents: z.object({
    form: documentState,
    commitment: documentState,
    outline: documentState,
  }),
  /** In order; the index in /projects/N pointers. */
  projects: z.array(planProject),
  attachments: z.array(attachedFile),
  latest: z.object({ n: z.number().int(), filedAt: instant, digest }).nullable(),
  /** The city has begun to check the newest version: from then it cannot be recalled. */
  checkBegun: z.boolean(),
  /** Why the city returned the newest version, while it is being drafted again. */
  returned: z.string().nullable(),
  /** Facts that the server knows and the browser's check needs. */
  facts: z.object({
    claims: z.record(z.string(), z.array(z.string())).exactOptional(),
    breaches: z.array(z.string()).exactOptional(),
    /** Aligned with the projects. */
    proposals: z.array(z.object({ state: proposalState, owner: z.boolean(), company: z.string(), recommendation: recommendationState })).exactOptional(),
    /** The zone as the province's register has it. */
    zone: zoneRow.exactOptional(),
    solicited: z.boolean().exactOptional(),
    openAnswers: z.array(z.string()).exactOptional(),
    /** Projects that a mending leaves as they were filed. */
    asFiled: z.array(z.number().int()).exactOptional(),
  }),
  /** While its zone mends it: only these parts may change. */
  mending: z
    .object({
      /** The version that was sent back. */
      n: z.number().int(),
      deadline: instant,
      reason: z.string(),
      parts: z.array(z.object({ document: z.string(), block: z.string(), text: z.string() })),
      paper: z.array(z.string()),
    })
    .nullable(),
});

/** A document frozen with a version beside its form: 试点方案 or 承诺书. */
const frozenDocument = z.object({ kind: z.enum(['plan', 'commitment']), digest, pages: z.number().int() });

export const receipt = z.object({
  /** HZ2022-000001. */
  number: z.string(),
  plan: z.string(),
  version: z.number().int(),
  arrivedAt: instant,
  digest,
  pdfDigest: digest,
  pages: z.number().int(),
  documents: z.array(frozenDocument),
  auditHead: z.object({ seq: z.number().int(), hash: z.string() }),
  /** What to type on the verify page. */
  code: z.string(),
});

export const versionRow = z.object({
  n: z.number().int(),
  filedAt: instant,
  filedBy: z.string(),
  digest,
  pdfDigest: digest,
  pages: z.number().int(),
  documents: z.array(frozenDocument),
  receipt: z.string(),
  current: z.boolean(),
  code: z.string(),
});
