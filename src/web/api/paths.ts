import type { Routes } from '#http/contract/routes.ts';

/**
 * Method and path of every route that the browser uses. The contract itself holds zod schemas, which the browser does not need:
 * it takes only their types, and these literals must equal the contract's or nothing compiles.
 */
export const paths = {
  clock: ['GET', '/api/clock'],
  call: ['GET', '/api/call'],
  edition: ['GET', '/api/editions/:digest'],
  verify: ['GET', '/api/verify/:code'],
  signIn: ['POST', '/api/session'],
  signOut: ['DELETE', '/api/session'],
  me: ['GET', '/api/session'],
  plans: ['GET', '/api/plans'],
  createPlan: ['POST', '/api/plans'],
  plan: ['GET', '/api/plans/:plan'],
  saveBlock: ['PUT', '/api/plans/:plan/documents/:document/blocks/:block'],
  addProject: ['POST', '/api/plans/:plan/projects'],
  removeProject: ['DELETE', '/api/plans/:plan/projects/:project'],
  restoreProject: ['POST', '/api/plans/:plan/projects/:project/restore'],
  check: ['GET', '/api/plans/:plan/problems'],
  draftPdf: ['GET', '/api/plans/:plan/form.pdf'],
  submit: ['POST', '/api/plans/:plan/submit'],
  recall: ['POST', '/api/plans/:plan/recall'],
  versions: ['GET', '/api/plans/:plan/versions'],
  version: ['GET', '/api/plans/:plan/versions/:n'],
  versionPdf: ['GET', '/api/plans/:plan/versions/:n/form.pdf'],
} as const satisfies { readonly [K in keyof Routes]?: readonly [Routes[K]['method'], Routes[K]['path']] };

export type RouteName = keyof typeof paths;

/** The path with its parameters filled in; what is put in is escaped. */
export function fillPath(path: string, params: Readonly<Record<string, string | number>>): string {
  return path.replace(/:(\w+)/g, (_, name: string) => {
    const value = params[name];
    if (value === undefined) throw new Error(`${path} needs ${name}`);
    return encodeURIComponent(String(value));
  });
}

/** Address of the draft's PDF, opened in a tab of its own. */
export function draftPdfUrl(plan: string): string {
  return fillPath(paths.draftPdf[1], { plan });
}

/** Address of a frozen version's PDF. */
export function versionPdfUrl(plan: string, n: number): string {
  return fillPath(paths.versionPdf[1], { plan, n });
}
