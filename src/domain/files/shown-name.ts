import { fileTypes, type FileKind } from './file-type.ts';

/** Characters of a shown name, its ending included. */
const longest = 120;

/** Names that some systems take for a device, whatever their ending. */
const device = /^(con|prn|aux|nul|com\d|lpt\d)(\.|$)/i;

/**
 * The name under which a file is shown and offered for saving, from whatever name it came with: no folders, no control or direction
 * characters, nothing that a file system reads as its own. A name that went through here stays as it is.
 */
export function shownName(raw: string): string {
  const [last = ''] = raw.toWellFormed().normalize('NFC').split(/[/\\]/).slice(-1);
  const plain = last
    .replace(/[\p{Cc}\p{Cf}\p{Zl}\p{Zp}\p{Co}\p{Cn}\ufffd]/gu, '')
    .replace(/[<>:"|?*]/g, '_')
    .replace(/\s+/g, ' ');
  const short = trimmed(shortened(trimmed(plain)));
  if (short === '') return 'file';
  return device.test(short) ? shortened(`_${short}`) : short;
}

/** The name with an ending that says what it is; a name that has one keeps it. */
export function namedAs(name: string, kind: FileKind): string {
  return fileTypes[kind].endings.includes(endingOf(name)) ? name : shortened(`${name}.${fileTypes[kind].endings[0] ?? kind}`);
}

/** What stands behind the last dot, in small letters; empty where that is no ending. */
export function endingOf(name: string): string {
  return /\.([A-Za-z0-9]{1,8})$/.exec(name)?.[1]?.toLowerCase() ?? '';
}

/** Neither blanks nor dots at the ends: they hide a file, or get lost. */
function trimmed(name: string): string {
  return name.replace(/^[\s.]+|[\s.]+$/g, '');
}

/** Cut in the middle of the stem, so that the ending stays. */
function shortened(name: string): string {
  const signs = Array.from(name);
  if (signs.length <= longest) return name;
  const ending = endingOf(name);
  const tail = ending === '' ? '' : `.${ending}`;
  return trimmed(signs.slice(0, longest - tail.length).join('')) + tail;
}
