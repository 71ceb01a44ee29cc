import type { Handlers } from '#http/context.ts';
import type { registerRoutes } from '#http/contract/routes/register.ts';
import type { Deps } from '#usecases/deps.ts';
import { importList, listLists, readList } from '#usecases/official-lists.ts';
import { readMarks } from '#usecases/read-marks.ts';
import { fillRegister, readRegister, readZoneHistory, saveZone } from '#usecases/zone-register.ts';

export function registerHandlers(deps: Deps): Pick<Handlers, keyof typeof registerRoutes> {
  return {
    zoneRegister: async (_input, { actor }) => readRegister(deps, actor),
    zoneHistory: async ({ params }, { actor }) => [...(await readZoneHistory(deps, actor, params.zone))],
    addZone: async ({ body: { base, ...entry } }, { actor, key }) => saveZone(deps, actor, key, null, base, entry),
    changeZone: async ({ params, body: { base, ...entry } }, { actor, key }) => saveZone(deps, actor, key, params.zone, base, entry),
    fillRegister: async (_input, { actor, key }) => fillRegister(deps, actor, key),
    officialLists: async (_input, { actor }) => listLists(deps, actor),
    officialList: async ({ params, query }, { actor }) => readList(deps, actor, params.list, query.text, query.from),
    importList: async ({ query, bytes }, { actor, key }) => importList(deps, actor, key, { ...query, partly: query.partly === 'yes' }, bytes),
    marks: async ({ params }, { actor }) => readMarks(deps, actor, params.plan),
  };
}
