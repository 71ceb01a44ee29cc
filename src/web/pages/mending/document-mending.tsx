import { Notice } from '#web/components/notice.tsx';
import { mending as words } from '#web/messages/mending.ts';
import type { DocumentStore } from '#web/pages/form/document-store.ts';
import type { FormFile } from '#web/pages/form/form-file.ts';

/** Above a document of a plan that is being mended: which of its blocks may change. */
export function DocumentMending({ file, store }: { readonly file: FormFile; readonly store: DocumentStore }) {
  if (!file.mending) return null;
  const titles = store.form.blocks.filter((block) => store.writes(block.key)).map((block) => block.title);
  return (
    <Notice tone={titles.length > 0 ? 'warn' : 'plain'} icon={titles.length > 0 ? 'back' : 'lock'}>
      {titles.length > 0 ? words.some(titles) : words.lockedHere}
    </Notice>
  );
}
