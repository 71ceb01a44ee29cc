import { z } from 'zod';

/** Shapes that several routes speak. Instants are ISO 8601 strings. */
export const instant = z.string();
export const digest = z.string().regex(/^[0-9a-f]{64}$/);
export const json = z.json();
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
  kind: z.enum(['province', 'intake', 'city', 'zone', 'local', 'company', 'expert', 'auditor', 'admin']),
  rights: z.object({ write: z.boolean(), submit: z.boolean() }),
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

export const planFile = z.object({
  id: z.string(),
  number: z.string(),
  state: planState,
  call: z.string(),
  edition: digest,
  zone: z.string(),
  city: z.string(),
  submitBy: instant,
  /** What this person may do with it now, by act. */
  may: z.array(z.string()),
  documents: z.object({
    form: documentState,
    commitment: documentState,
    outline: documentState,
  }),
  /** In order; the index in /projects/N pointers. */
  projects: z.array(z.object({ id: z.string(), number: z.string(), blocks: documentState })),
  attachments: z.array(z.object({ path: z.string(), name: z.string() })),
  latest: z.object({ n: z.number().int(), filedAt: instant, digest }).nullable(),
  /** Facts that the server knows and the browser's check needs. */
  facts: z.object({ claims: z.record(z.string(), z.array(z.string())).optional(), breaches: z.array(z.string()).optional() }),
});

export const receipt = z.object({
  /** HZ2022-000001. */
  number: z.string(),
  plan: z.string(),
  version: z.number().int(),
  arrivedAt: instant,
  digest,
  pdfDigest: digest,
  pages: z.number().int(),
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
  receipt: z.string(),
  current: z.boolean(),
  code: z.string(),
});
