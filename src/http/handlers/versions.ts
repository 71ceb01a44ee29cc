import { Bytes, type Handlers } from '#http/context.ts';
import type { versionRoutes } from '#http/contract/routes/versions.ts';
import type { Deps } from '#usecases/deps.ts';
import { listVersions, readVersion, versionPdf } from '#usecases/read-versions.ts';

export function versionHandlers(deps: Deps): Pick<Handlers, keyof typeof versionRoutes> {
  return {
    versions: async ({ params }, { actor }) => listVersions(deps, actor, params.plan),
    version: async ({ params }, { actor }) => {
      const { row, content } = await readVersion(deps, actor, params.plan, params.n);
      return { row, content: { ...content } };
    },
    versionPdf: async ({ params }, { actor }) => {
      const { bytes, name, digest } = await versionPdf(deps, actor, params.plan, params.n);
      return new Bytes(bytes, 'application/pdf', { name, tag: digest });
    },
  };
}
