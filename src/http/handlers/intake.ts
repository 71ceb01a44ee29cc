import { Bytes, type Handlers } from '#http/context.ts';
import type { intakeRoutes } from '#http/contract/routes/intake.ts';
import type { Deps } from '#usecases/deps.ts';
import { lookUp } from '#usecases/desk-look.ts';
import { readDesk, readRegister, registerPdf } from '#usecases/desk-read.ts';
import { refusalNote, refusePaper } from '#usecases/desk-refuse.ts';
import { lookUpScan } from '#usecases/desk-scan.ts';
import type { PdfFile } from '#usecases/draft-pdf.ts';
import { decideIntakeResult } from '#usecases/intake-decide.ts';
import { lookAtItem } from '#usecases/intake-look.ts';
import { askMending } from '#usecases/intake-mend.ts';
import { proposeResult } from '#usecases/intake-propose.ts';
import { listIntakeFiles, readIntakeFile, receiptPdf } from '#usecases/intake-read.ts';
import { receivePaper } from '#usecases/receive-paper.ts';

export function intakeHandlers(deps: Deps): Pick<Handlers, keyof typeof intakeRoutes> {
  return {
    desk: async (_input, { actor }) => readDesk(deps, actor),
    lookUp: async ({ body }, { actor, key, elapsed }) => lookUp(deps, actor, key, body.text, elapsed),
    lookUpScan: async ({ bytes }, { actor, key, elapsed }) => lookUpScan(deps, actor, key, bytes, elapsed),
    refusePaper: async ({ body }, { actor, key, elapsed }) => refusePaper(deps, actor, key, body, elapsed),
    refusalNote: async ({ params }, { actor }) => pdf(await refusalNote(deps, actor, params.refusal)),
    dayRegister: async ({ query }, { actor }) => readRegister(deps, actor, query.day),
    dayRegisterPdf: async ({ query }, { actor }) => pdf(await registerPdf(deps, actor, query.day)),
    intakes: async (_input, { actor }) => listIntakeFiles(deps, actor),
    intake: async ({ params }, { actor }) => readIntakeFile(deps, actor, params.plan),
    receivePaper: async ({ params, body }, { actor, key, elapsed }) => receivePaper(deps, actor, key, params.plan, body, elapsed),
    paperReceipt: async ({ params }, { actor }) => pdf(await receiptPdf(deps, actor, params.plan, params.n)),
    lookAtItem: async ({ params, body }, { actor, key }) => lookAtItem(deps, actor, key, params.plan, params.item, body),
    askMending: async ({ params, body }, { actor, key, elapsed }) => askMending(deps, actor, key, params.plan, body, elapsed),
    proposeResult: async ({ params, body }, { actor, key, elapsed }) => proposeResult(deps, actor, key, params.plan, body, elapsed),
    decideIntake: async ({ params, body }, { actor, key, elapsed }) => decideIntakeResult(deps, actor, key, params.plan, params.result, body, elapsed),
  };
}

function pdf({ bytes, name }: PdfFile): Bytes {
  return new Bytes(bytes, 'application/pdf', { name });
}
