import { z } from 'zod';
import { route } from '#http/contract/define.ts';
import { json, versionRow } from '#http/contract/shapes.ts';

const planParams = z.object({ plan: z.string() });
const versionParams = z.object({ plan: z.string(), n: z.coerce.number().int().positive() });

/** Frozen versions of plans. */
export const versionRoutes = {
  versions: route({
    method: 'GET',
    path: '/api/plans/:plan/versions',
    summary: 'Frozen versions, newest first',
    act: 'version.list',
    params: planParams,
    reply: z.array(versionRow),
  }),
  version: route({
    method: 'GET',
    path: '/api/plans/:plan/versions/:n',
    summary: 'A frozen version: its content as filed',
    act: 'version.read',
    params: versionParams,
    reply: z.object({ row: versionRow, content: json }),
  }),
  versionPdf: route({
    method: 'GET',
    path: '/api/plans/:plan/versions/:n/form.pdf',
    summary: 'The frozen bytes',
    act: 'version.pdf',
    params: versionParams,
    file: 'application/pdf',
  }),
} as const;
