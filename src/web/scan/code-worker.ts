import { prepareZXingModule, readBarcodes } from 'zxing-wasm/reader';
import program from 'zxing-wasm/reader/zxing_reader.wasm?url';

/*
 * Reads the codes of a picture away from the page. WebAssembly needs a policy of its own, which the server sends with this script alone
 * (http/web-files.ts): the page's policy stays as strict as it is. The program comes from this installation, never from a network of others.
 */
prepareZXingModule({ overrides: { locateFile: () => program } });

/** Longer sides, in pixels, at which a picture is looked at: a photograph shrunk, a code that is small in it as large as it is. */
const sizes = [1_600, 2_600, 1_000, 4_000] as const;

/** Texts of the codes, or null where the file is no picture that a browser opens. */
async function codesIn(picture: Blob): Promise<readonly string[] | null> {
  const bitmap = await createImageBitmap(picture).catch(() => undefined);
  if (bitmap === undefined) return null;
  const longest = Math.max(bitmap.width, bitmap.height);
  for (const size of new Set(sizes.map((wanted) => Math.min(wanted, longest)))) {
    const width = Math.max(1, Math.round((bitmap.width * size) / longest));
    const height = Math.max(1, Math.round((bitmap.height * size) / longest));
    const context = new OffscreenCanvas(width, height).getContext('2d');
    if (context === null) return null;
    context.fillStyle = '#fff';
    context.fillRect(0, 0, width, height);
    context.drawImage(bitmap, 0, 0, width, height);
    const found = await readBarcodes(context.getImageData(0, 0, width, height), { formats: ['QRCode'], tryHarder: true, maxNumberOfSymbols: 8 });
    const texts = found.filter((code) => code.isValid).map((code) => code.text);
    if (texts.length > 0) return texts;
  }
  return [];
}

addEventListener('message', (event: MessageEvent<Blob>) => {
  void codesIn(event.data).then(
    (texts) => postMessage({ texts }),
    () => postMessage({ failed: true }),
  );
});
