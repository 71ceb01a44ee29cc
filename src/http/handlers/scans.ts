import { type PaperKind, paperKinds } from '#domain/filing/intake.ts';
import { Bytes, type Handlers } from '#http/context.ts';
import type { scanRoutes } from '#http/contract/routes/scans.ts';
import type { Deps } from '#usecases/deps.ts';
import { planRefusalNote } from '#usecases/desk-refuse.ts';
import { filedPagePicture, type PagePicture, scannedPagePicture } from '#usecases/page-pictures.ts';
import { paperPdf, printPackage, readPapers, readScanOf } from '#usecases/read-papers.ts';
import { addScanFile, amendScan, handInScan, orderScan, removeScan, removeScanFile } from '#usecases/scan-change.ts';
import { photographPage, tellPage } from '#usecases/scan-mend.ts';

const picture = ({ bytes, mediaType, tag }: PagePicture) => new Bytes(bytes, mediaType, { tag });

export function scanHandlers(deps: Deps): Pick<Handlers, keyof typeof scanRoutes> {
  return {
    papers: async ({ params }, { actor }) => readPapers(deps, actor, params.plan),
    printPackage: async ({ params }, { actor }) => {
      const { bytes, name } = await printPackage(deps, actor, params.plan);
      return new Bytes(bytes, 'application/zip', { name, saved: true });
    },
    paperPdf: async ({ params }, { actor }) => {
      const { bytes, name, digest } = await paperPdf(deps, actor, params.plan, paperNamed(params.paper));
      return new Bytes(bytes, 'application/pdf', { name, tag: digest });
    },
    paperRefusalNote: async ({ params }, { actor }) => {
      const { bytes, name } = await planRefusalNote(deps, actor, params.plan, params.refusal);
      return new Bytes(bytes, 'application/pdf', { name });
    },
    scanOf: async ({ params }, { actor }) => readScanOf(deps, actor, params.plan, params.n),
    filedPage: async ({ params: { plan, ...at }, query }, { actor }) => picture(await filedPagePicture(deps, actor, plan, { ...at, size: query.size })),
    scannedPage: async ({ params: { plan, ...at }, query }, { actor }) => picture(await scannedPagePicture(deps, actor, plan, { ...at, size: query.size })),
    addScanFile: async ({ params, query, bytes }, { actor, key }) => addScanFile(deps, actor, key, params.plan, query.name, bytes),
    removeScanFile: async ({ params }, { actor, key }) => removeScanFile(deps, actor, key, params.plan, params.file),
    orderScan: async ({ params, body }, { actor, key }) => orderScan(deps, actor, key, params.plan, body.files),
    handInScan: async ({ params }, { actor, key }) => handInScan(deps, actor, key, params.plan),
    amendScan: async ({ params }, { actor, key }) => amendScan(deps, actor, key, params.plan),
    removeScan: async ({ params }, { actor, key }) => removeScan(deps, actor, key, params.plan),
    photographPage: async ({ params, query: { name, instead }, bytes }, { actor, key }) =>
      photographPage(deps, actor, key, params.plan, { name, ...(instead === undefined ? {} : { instead }) }, bytes),
    tellPage: async ({ params, body }, { actor, key }) => tellPage(deps, actor, key, params.plan, params.page, body),
  };
}

function paperNamed(file: string): PaperKind | 'notice' {
  return paperKinds.find((kind) => file === `${kind}.pdf`) ?? 'notice';
}
