import { typedCode } from '#domain/filing/verify-code.ts';
import type { Drawing } from './drawing.ts';
import type { FormRequest } from './form.ts';

/** Capitals, digits and `:/.-` only, so that the QR stays small (alphanumeric mode) and scans well. `/page/pages` follows. */
export function qrPayload(publicUrl: string, number: string, version: number, digest: string): string {
  return `${publicUrl.replace(/\/+$/, '')}/V/${number}/${version}/${digest}`.toUpperCase();
}

/** Header, footer and marks of every page. */
export function drawMark(request: FormRequest): Pick<Drawing, 'head' | 'footer' | 'watermark' | 'demo' | 'qr'> {
  const { edition, mark } = request;
  const { title, words } = edition.papers.form;
  const demo = request.demo === true ? { demo: words.demo } : {};
  const first = request.demo === true ? [words.demo] : [];
  if ('draft' in mark) {
    return { head: [[words.draft, ...first].join('　'), title.join('')], footer: words.page, watermark: words.draft, ...demo };
  }
  const { number, version, digest, publicUrl } = mark;
  return {
    head: [
      [words.number.replace('{number}', number), words.version.replace('{version}', String(version)), ...first].join('　'),
      words.digest.replace('{digest}', digest.slice(0, 16)),
      words.code.replace('{code}', typedCode(number, version, digest)),
    ],
    footer: words.page,
    ...demo,
    qr: { payload: qrPayload(publicUrl, number, version, digest), alt: words.qr },
  };
}
