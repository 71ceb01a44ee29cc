import { fileTypes, kindOfMediaType } from '#domain/files/file-type.ts';
import { Bytes, type Handlers } from '#http/context.ts';
import type { fileRoutes } from '#http/contract/routes/files.ts';
import { removeFile, renameFile, restoreFile } from '#usecases/change-file.ts';
import type { Deps } from '#usecases/deps.ts';
import { readFileBytes, readFiles, readProposalFiles } from '#usecases/read-files.ts';
import { uploadFile } from '#usecases/upload-file.ts';

export function fileHandlers(deps: Deps): Pick<Handlers, keyof typeof fileRoutes> {
  return {
    files: async ({ params }, { actor }) => readFiles(deps, actor, params.plan),
    uploadFile: async ({ params: { plan, document }, query, bytes }, { actor, key }) => uploadFile(deps, actor, key, { plan }, { document, ...query }, bytes),
    renameFile: async ({ params: { plan, file }, body }, { actor, key }) => renameFile(deps, actor, key, { plan }, file, body.name),
    removeFile: async ({ params: { plan, file } }, { actor, key }) => removeFile(deps, actor, key, { plan }, file),
    restoreFile: async ({ params: { plan, file } }, { actor, key }) => restoreFile(deps, actor, key, { plan }, file),
    proposalFiles: async ({ params }, { actor }) => readProposalFiles(deps, actor, params.project),
    uploadProposalFile: async ({ params: { project }, query, bytes }, { actor, key }) =>
      uploadFile(deps, actor, key, { project }, { document: project, ...query }, bytes),
    renameProposalFile: async ({ params: { project, file }, body }, { actor, key }) => renameFile(deps, actor, key, { project }, file, body.name),
    removeProposalFile: async ({ params: { project, file } }, { actor, key }) => removeFile(deps, actor, key, { project }, file),
    restoreProposalFile: async ({ params: { project, file } }, { actor, key }) => restoreFile(deps, actor, key, { project }, file),
    file: async ({ params }, { actor }) => {
      const { bytes, mediaType, name, digest } = await readFileBytes(deps, actor, params.file);
      const kind = kindOfMediaType(mediaType);
      const isShown = kind !== undefined && fileTypes[kind].shown;
      return new Bytes(bytes, kind === undefined ? 'application/octet-stream' : mediaType, { name, tag: digest, saved: !isShown });
    },
  };
}
