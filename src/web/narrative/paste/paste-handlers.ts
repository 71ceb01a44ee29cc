import type { EditorView } from '@tiptap/pm/view';
import { cleanPaste, nothingDropped, tidy, type Dropped } from './clean.ts';

/** Stores a picture and gives its id; throws what the server answers instead. */
export type UploadImage = (picture: Blob, name: string) => Promise<string>;

const types = ['image/png', 'image/jpeg'];

export function isImageType(type: string): boolean {
  return types.includes(type);
}

/** What the editor itself copied needs no cleaning: it holds nothing but the editor's own nodes. */
const own = /\sdata-pm-slice=/;

/** Paste for the editor's view: what comes from other programs is cleaned, its pictures are stored first, and what is lost is told. */
export function pasteHandlers(upload: UploadImage, onDropped: (dropped: Dropped) => void) {
  return {
    transformPastedHTML: (html: string) => (own.test(html) ? html : cleanPaste(html).html),
    transformPastedText: (text: string) => tidy(text.replace(/\r\n?/g, '\n')),
    handleDOMEvents: {
      paste: (view: EditorView, event: ClipboardEvent): boolean => {
        if (!view.editable) return false;
        const html = event.clipboardData?.getData('text/html') ?? '';
        const files = [...(event.clipboardData?.files ?? [])].filter((file) => isImageType(file.type));
        if (html === '' && files.length > 0) {
          event.preventDefault();
          void pastePictures(
            view,
            '',
            files.map((file) => Promise.resolve(file)),
            upload,
            nothingDropped,
            onDropped,
          );
          return true;
        }
        if (html === '' || own.test(html)) return false;
        const cleaned = cleanPaste(html);
        onDropped(cleaned.dropped);
        if (cleaned.pictures.length === 0) return false;
        event.preventDefault();
        void pastePictures(view, cleaned.html, cleaned.pictures.map(pictureOf), upload, cleaned.dropped, onDropped);
        return true;
      },
    },
  };
}

/** The page's policy lets no data: address be fetched; it is read here. */
async function pictureOf(address: string): Promise<Blob> {
  const [head = '', data = ''] = address.split(',');
  const bytes = Uint8Array.from(atob(data), (character) => character.charCodeAt(0));
  return new Blob([bytes], { type: /png/i.test(head) ? 'image/png' : 'image/jpeg' });
}

async function pastePictures(
  view: EditorView,
  html: string,
  pictures: readonly Promise<Blob>[],
  upload: UploadImage,
  dropped: Dropped,
  onDropped: (dropped: Dropped) => void,
): Promise<void> {
  const stored = await Promise.all(
    pictures.map(async (picture) => {
      try {
        const bytes = await picture;
        return await upload(bytes, bytes.type === 'image/png' ? 'pasted.png' : 'pasted.jpg');
      } catch {
        return undefined;
      }
    }),
  );
  const text = html === '' ? stored.map((_, index) => `<img data-paste="${index}">`).join('') : html;
  const parsed = new DOMParser().parseFromString(text, 'text/html');
  for (const image of parsed.querySelectorAll<HTMLImageElement>('img[data-paste]')) {
    const file = stored[Number(image.dataset['paste'])];
    if (file === undefined) image.remove();
    else image.dataset['file'] = file;
  }
  onDropped({ ...dropped, failed: dropped.failed + stored.filter((file) => file === undefined).length });
  if (!view.isDestroyed && parsed.body.innerHTML !== '') view.pasteHTML(parsed.body.innerHTML);
}
