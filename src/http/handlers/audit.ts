import type { AuditSearch } from '#domain/audit/search.ts';
import { Bytes, type Handlers } from '#http/context.ts';
import type { auditRoutes } from '#http/contract/routes/audit.ts';
import { exportLog, readEntry, searchLog, verifyLog } from '#usecases/audit-log.ts';
import { exportCase } from '#usecases/case-export.ts';
import { casePaper } from '#usecases/case-papers.ts';
import { readContentAt, readFileState } from '#usecases/case-state.ts';
import type { Deps } from '#usecases/deps.ts';
import { lookAtPhone } from '#usecases/secret-look.ts';
import { readSecurity } from '#usecases/security-list.ts';
import { readSystem } from '#usecases/system-health.ts';
import { headsAsText, readHeads } from '#usecases/witness-heads.ts';

export function auditHandlers(deps: Deps): Pick<Handlers, keyof typeof auditRoutes> {
  return {
    auditEntries: async ({ query: { before, ...asked } }, { actor }) => searchLog(deps, actor, asSearch(asked), before ?? null),
    auditEntry: async ({ params }, { actor }) => readEntry(deps, actor, params.entry),
    exportAudit: async ({ body }, { actor }) => exportLog(deps, actor, asSearch(body)),
    verifyAudit: async (_input, { actor }) => verifyLog(deps, actor),
    fileState: async ({ params, query }, { actor }) => readFileState(deps, actor, params.number, query.at),
    contentAt: async ({ params, query }, { actor }) => readContentAt(deps, actor, params.number, query.at),
    exportCase: async ({ params }, { actor }) => exportCase(deps, actor, params.number),
    casePaper: async ({ params: { number, kind, n } }, { actor }) => {
      const { bytes, name } = await casePaper(deps, actor, number, kind, n);
      return new Bytes(bytes, 'application/pdf', { name });
    },
    lookAtPhone: async ({ params }, { actor }) => lookAtPhone(deps, actor, params.organisation),
    publishedHeads: async () => readHeads(deps),
    publishedHeadsText: async () => new Bytes(new TextEncoder().encode(await headsAsText(deps)), 'text/plain; charset=utf-8'),
    system: async (_input, { actor }) => readSystem(deps, actor),
    security: async (_input, { actor }) => readSecurity(deps, actor),
  };
}

function asSearch({ looks, ...asked }: Omit<AuditSearch, 'looks'> & { readonly looks: 'yes' | 'no' }): AuditSearch {
  return { ...asked, looks: looks === 'yes' };
}
