import { Bytes, type Handlers } from '#http/context.ts';
import type { sheetRoutes } from '#http/contract/routes/sheets.ts';
import type { Deps } from '#usecases/deps.ts';
import { markSheet, readSheet, writeSheet } from '#usecases/sheets/convert.ts';

const xlsx = 'application/vnd.openxmlformats-officedocument.spreadsheetml.sheet';

export function sheetHandlers(deps: Deps): Pick<Handlers, keyof typeof sheetRoutes> {
  return {
    writeSheet: async ({ params, body }, { actor }) => new Bytes(await writeSheet(deps, actor, params.edition, params.form, body), xlsx, { saved: true }),
    readSheet: async ({ params, bytes }, { actor }) => readSheet(deps, actor, params.edition, params.form, bytes),
    markSheet: async ({ params, bytes }, { actor }) => new Bytes(await markSheet(deps, actor, params.edition, params.form, bytes), xlsx, { saved: true }),
  };
}
