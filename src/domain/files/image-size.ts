export interface ImageSize {
  readonly width: number;
  readonly height: number;
}

/** Width and height as a picture's header tells them; undefined where the header is broken or the picture is cut off. */
export function imageSize(bytes: Uint8Array, kind: 'png' | 'jpg'): ImageSize | undefined {
  return kind === 'png' ? pngSize(bytes) : jpgSize(bytes);
}

/** Walks the chunks: IHDR first, IEND last, nothing behind it. */
function pngSize(bytes: Uint8Array): ImageSize | undefined {
  let size: ImageSize | undefined;
  let at = 8;
  while (at + 12 <= bytes.length) {
    const length = bigWordAt(bytes, at);
    const name = bigWordAt(bytes, at + 4);
    if (size === undefined && name !== 0x49484452) return undefined;
    if (size === undefined) size = { width: bigWordAt(bytes, at + 8), height: bigWordAt(bytes, at + 12) };
    at += 12 + length;
    if (name === 0x49454e44) return at === bytes.length && isReal(size) ? size : undefined;
  }
  return undefined;
}

/** Frame headers (SOF) have these markers; the four left out are tables. */
function isFrame(marker: number): boolean {
  return marker >= 0xc0 && marker <= 0xcf && marker !== 0xc4 && marker !== 0xc8 && marker !== 0xcc;
}

function jpgSize(bytes: Uint8Array): ImageSize | undefined {
  let at = 2;
  while (at + 9 < bytes.length && bytes[at] === 0xff) {
    const marker = bytes[at + 1] ?? 0;
    if (marker === 0xff) {
      at += 1;
    } else if (isFrame(marker)) {
      const size = { height: bigShortAt(bytes, at + 5), width: bigShortAt(bytes, at + 7) };
      return isReal(size) && hasEnd(bytes, at) ? size : undefined;
    } else {
      at += 2 + bigShortAt(bytes, at + 2);
    }
  }
  return undefined;
}

/** Cameras put something behind the end mark, so it is looked for anywhere after the frame's head. */
function hasEnd(bytes: Uint8Array, from: number): boolean {
  for (let at = bytes.length - 2; at > from; at--) if (bytes[at] === 0xff && bytes[at + 1] === 0xd9) return true;
  return false;
}

function isReal({ width, height }: ImageSize): boolean {
  return width > 0 && height > 0;
}

function bigShortAt(bytes: Uint8Array, at: number): number {
  return ((bytes[at] ?? 0) << 8) | (bytes[at + 1] ?? 0);
}

function bigWordAt(bytes: Uint8Array, at: number): number {
  return ((bigShortAt(bytes, at) << 16) | bigShortAt(bytes, at + 2)) >>> 0;
}
