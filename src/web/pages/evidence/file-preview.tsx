import { kindOfMediaType, fileTypes } from '#domain/files/file-type.ts';
import { type FileRow, fileUrl } from '#web/api/file-queries.ts';
import { Dialog } from '#web/components/dialog.tsx';
import { evidence as words } from '#web/messages/files.ts';

/** A file beside the page, in a frame that may run nothing. A browser whose PDF viewer does not draw there opens it in a tab of its own, by the button below. */
export function FilePreview({ file, onClose }: { readonly file: FileRow; readonly onClose: () => void }) {
  const url = fileUrl(file.id);
  const kind = kindOfMediaType(file.mediaType ?? '');
  const isShown = kind !== undefined && fileTypes[kind].shown;
  return (
    <Dialog
      title={file.name}
      onClose={onClose}
      footer={
        <>
          <a className="button" href={url} {...(isShown ? { target: '_blank', rel: 'noopener' } : { download: file.name })}>
            {isShown ? words.newTab : words.save}
          </a>
          <button type="button" className="button" data-safe onClick={onClose}>
            {words.close}
          </button>
        </>
      }
    >
      <div className="file-preview">
        {kind === 'pdf' && <iframe src={url} title={file.name} sandbox="allow-same-origin" />}
        {(kind === 'png' || kind === 'jpg') && <img src={url} alt={file.name} />}
        {!isShown && <p>{words.notShown}</p>}
      </div>
    </Dialog>
  );
}
