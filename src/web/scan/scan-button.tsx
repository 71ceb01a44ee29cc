import { useState } from 'react';
import { parseVerifyCode } from '#domain/filing/verify-code.ts';
import { FileButton } from '#web/components/file-button.tsx';
import { scan as words } from '#web/messages/scan.ts';
import { readCodes } from './read-codes.ts';

/**
 * 扫码: a photograph of a page, taken now or chosen. Its code is read on this computer; a phone offers its own camera, so that the page
 * needs no right to one. `onFault` says in a sentence why nothing was read; an empty one takes an earlier back.
 */
export function ScanButton({ onCode, onFault }: { readonly onCode: (text: string) => void; readonly onFault: (sentence: string) => void }) {
  const [busy, setBusy] = useState(false);
  async function read(picture: File) {
    setBusy(true);
    onFault('');
    const answer = await readCodes(picture);
    setBusy(false);
    if ('fault' in answer) return onFault(words[answer.fault]);
    const code = answer.texts.find((text) => parseVerifyCode(text) !== undefined);
    if (code !== undefined) onCode(code);
    else onFault(answer.texts.length === 0 ? words.noCode : words.otherCode);
  }
  return <FileButton label={busy ? words.reading : words.scan} icon="scan" accept="image/*" busy={busy} onChoose={([picture]) => void read(picture)} />;
}

/** What follows `/V/` in a scanned code: its page here has the same address whatever installation printed it. */
export function scannedPath(text: string): string | undefined {
  const at = text.toUpperCase().lastIndexOf('/V/');
  return at === -1 ? undefined : text.slice(at + 3);
}
