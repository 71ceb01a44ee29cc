import { Bytes, type Handlers } from '#http/context.ts';
import type { rowRoutes } from '#http/contract/routes/rows.ts';
import type { Deps } from '#usecases/deps.ts';
import { fillRow, readRowToFill, rowFileByToken } from '#usecases/sheets/fill-row.ts';
import { askRows, decideRow, readRowRequests, takeRowWorkbook } from '#usecases/sheets/row-requests.ts';

const xlsx = 'application/vnd.openxmlformats-officedocument.spreadsheetml.sheet';

export function rowHandlers(deps: Deps): Pick<Handlers, keyof typeof rowRoutes> {
  return {
    rowRequests: async ({ params }, { actor }) => readRowRequests(deps, actor, params.plan),
    askRows: async ({ params, body }, { actor, key }) => askRows(deps, actor, key, params.plan, body, body.names),
    takeRowWorkbook: async ({ params, bytes }, { actor, key }) => takeRowWorkbook(deps, actor, key, params.plan, bytes),
    decideRow: async ({ params, body }, { actor, key }) => decideRow(deps, actor, key, params.plan, params.request, body.event, body.reason),
    rowToFill: async ({ params }) => readRowToFill(deps, params.token),
    fillRow: async ({ params, body }) => fillRow(deps, params.token, body),
    rowFile: async ({ params }) => {
      const { bytes, name } = await rowFileByToken(deps, params.token);
      return new Bytes(bytes, xlsx, { saved: true, name: `${name}.xlsx` });
    },
  };
}
