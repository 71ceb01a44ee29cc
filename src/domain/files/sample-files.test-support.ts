import { strToU8, zipSync, zlibSync } from 'fflate';

/** Files as they come, and as somebody who means no good would make them. */
export function pdf(objects = '', trailer = '', pages = 1): Uint8Array {
  const kids = Array.from({ length: pages }, (_, index) => `${index + 3} 0 R`).join(' ');
  const leaves = Array.from({ length: pages }, (_, index) => `${index + 3} 0 obj\n<< /Type /Page /Parent 2 0 R >>\nendobj\n`).join('');
  const body = `1 0 obj\n<< /Type /Catalog /Pages 2 0 R >>\nendobj\n2 0 obj\n<< /Type /Pages /Kids [${kids}] /Count ${pages} >>\nendobj\n${leaves}${objects}`;
  return strToU8(`%PDF-1.7\n${body}\ntrailer\n<< /Root 1 0 R ${trailer}>>\nstartxref\n9\n%%EOF\n`, true);
}

/** Objects packed into a stream, as most programs write them. */
export function packed(objects: string, dictionary = '/Type /ObjStm'): string {
  const data = zlibSync(strToU8(objects, true));
  return `90 0 obj\n<< ${dictionary} /N 1 /First 4 /Filter /FlateDecode /Length ${data.length} >>\nstream\n${text(data)}\nendstream\nendobj\n`;
}

export function png(width = 2, height = 3, behind: readonly number[] = []): Uint8Array {
  const head = [0x89, 0x50, 0x4e, 0x47, 0x0d, 0x0a, 0x1a, 0x0a];
  const data = chunk('IDAT', [...zlibSync(new Uint8Array([0, 0]))]);
  return new Uint8Array([...head, ...chunk('IHDR', [...word(width), ...word(height), 8, 2, 0, 0, 0]), ...data, ...chunk('IEND', []), ...behind]);
}

export function jpg(width = 2, height = 3): Uint8Array {
  const app = [0xff, 0xe0, 0, 16, ...strToU8('JFIF\0'), 1, 1, 0, 0, 1, 0, 1, 0, 0];
  const frame = [0xff, 0xc0, 0, 11, 8, height >> 8, height & 255, width >> 8, width & 255, 1, 1, 0x11, 0];
  return new Uint8Array([0xff, 0xd8, ...app, ...frame, 0xff, 0xda, 0, 8, 1, 1, 0, 0, 63, 0, 0, 0xff, 0xd9]);
}

export function docx(more: Readonly<Record<string, Uint8Array>> = {}): Uint8Array {
  return zipSync({ '[Content_Types].xml': strToU8('<Types/>'), 'word/document.xml': strToU8('<w:document/>'), ...more });
}

export function xlsx(): Uint8Array {
  return zipSync({ '[Content_Types].xml': strToU8('<Types/>'), 'xl/workbook.xml': strToU8('<workbook/>') });
}

export function ofd(): Uint8Array {
  return zipSync({ 'OFD.xml': strToU8('<ofd:OFD/>') });
}

/** The same archive with every file marked as encrypted in its directory. */
export function locked(zip: Uint8Array): Uint8Array {
  const copy = zip.slice();
  for (let at = 0; at + 9 < copy.length; at++) {
    if (copy[at] === 0x50 && copy[at + 1] === 0x4b && copy[at + 2] === 1 && copy[at + 3] === 2) copy[at + 8] = 1;
  }
  return copy;
}

export function joined(...parts: readonly Uint8Array[]): Uint8Array {
  return new Uint8Array(parts.flatMap((part) => [...part]));
}

function chunk(name: string, data: readonly number[]): readonly number[] {
  return [...word(data.length), ...strToU8(name), ...data, 0, 0, 0, 0];
}

function word(value: number): readonly number[] {
  return [(value >>> 24) & 255, (value >>> 16) & 255, (value >>> 8) & 255, value & 255];
}

function text(bytes: Uint8Array): string {
  return Array.from(bytes, (byte) => String.fromCharCode(byte)).join('');
}
