import { fits } from '#domain/narrative/schema.ts';
import { isInvisible } from '#domain/values/text.ts';
import { makeLists } from './lists.ts';
import { flattenInner, tidyTables } from './tables.ts';

/** What could not be taken over. */
export interface Dropped {
  /** Pictures that only the other program, or another site, could read. */
  readonly images: number;
  /** Pictures that were there and could not be stored. */
  readonly failed: number;
  /** Tables inside tables, now text. */
  readonly tables: number;
}

export interface Cleaned {
  /** Nothing but the tags and attributes that the editor reads. */
  readonly html: string;
  /** Pictures to be stored; in the html each stands as `<img data-paste="n">`. */
  readonly pictures: readonly string[];
  readonly dropped: Dropped;
}

export const nothingDropped: Dropped = { images: 0, failed: 0, tables: 0 };

export function countDropped({ images, failed, tables }: Dropped): number {
  return images + failed + tables;
}

/** What never belongs to a text: code, what is drawn by other programs, Word's hidden text, comments and deletions. */
const unwanted =
  'script,style,meta,link,title,head,xml,object,iframe,embed,applet,form,input,button,select,textarea,svg,math,template,noscript,video,audio,canvas,colgroup,del,' +
  '.MsoCommentReference,.msocomanchor,.msocomoff,[data-style*="mso-element:comment"],[data-style*="mso-element: comment"],[data-style*="mso-hide:all"],[data-style*="mso-hide: all"],' +
  '[data-style*="display:none"],[data-style*="display: none"]';

/** Tags that the editor reads; every other is taken off its contents. */
const known = new Set('p,h4,ol,ul,li,table,thead,tbody,tfoot,tr,td,th,strong,sup,sub,br,img,div,span'.split(','));
const blocks = 'p,h4,ol,ul,table,div';

/** Clipboard HTML of Word, WPS or a page as plain structure. Parsed in a document of its own, where nothing runs and nothing is loaded. */
export function cleanPaste(html: string): Cleaned {
  const parsed = new DOMParser().parseFromString(withoutStyles(html), 'text/html');
  const { body } = parsed;
  for (const element of body.querySelectorAll(unwanted)) element.remove();
  removeComments(parsed, body);
  const tables = flattenInner(body);
  renameHeadings(body);
  makeLists(body);
  markLooks(body);
  tidyTables(body);
  const { pictures, images, failed } = takePictures(body);
  stripTags(body);
  tidyText(parsed, body);
  dropEmpty(body);
  return { html: body.innerHTML, pictures, dropped: { images, failed, tables } };
}

/**
 * The page's policy refuses styles even in a document that is never shown: they are read as plain data, from which lists, bold and hidden text
 * are told.
 */
function withoutStyles(html: string): string {
  return html.replace(/<style[\s\S]*?<\/style\s*>/gi, '').replace(/<[a-z][^>]*>/gi, (tag) => tag.replace(/([\s"'])style\s*=/gi, '$1data-style='));
}

function removeComments(parsed: Document, body: HTMLElement): void {
  const walker = parsed.createTreeWalker(body, NodeFilter.SHOW_COMMENT);
  const comments: Node[] = [];
  while (walker.nextNode()) comments.push(walker.currentNode);
  for (const comment of comments) comment.parentNode?.removeChild(comment);
}

function renameHeadings(body: HTMLElement): void {
  for (const heading of body.querySelectorAll('h1,h2,h3,h4,h5,h6')) {
    const own = body.ownerDocument.createElement(heading.closest('td,th,li') ? 'p' : 'h4');
    own.append(...heading.childNodes);
    heading.replaceWith(own);
  }
  for (const caption of body.querySelectorAll<HTMLElement>('p.MsoCaption')) caption.dataset['role'] = 'caption';
}

/** Bold, raised and lowered, however the program writes them; headings are bold by themselves. */
function markLooks(body: HTMLElement): void {
  for (const element of body.querySelectorAll('b')) wrap(element, 'strong');
  for (const element of body.querySelectorAll<HTMLElement>('span,font')) {
    const style = element.dataset['style'] ?? '';
    if (/(^|;|\s)font-weight:\s*(bold|bolder|[6-9]00)/i.test(style)) wrap(element, 'strong');
    if (/vertical-align:\s*super/i.test(style)) wrap(element, 'sup');
    if (/vertical-align:\s*sub\b/i.test(style)) wrap(element, 'sub');
  }
  for (const strong of body.querySelectorAll('h4 strong, th strong')) strong.replaceWith(...strong.childNodes);
}

function wrap(element: Element, tag: string): void {
  const own = element.ownerDocument.createElement(tag);
  own.append(...element.childNodes);
  element.append(own);
}

const storable = /^data:image\/(png|jpe?g);base64,/i;

/** Pictures that came along are handed out to be stored; those that lie on another computer or site are left behind. */
function takePictures(body: HTMLElement): { readonly pictures: readonly string[]; readonly images: number; readonly failed: number } {
  const pictures: string[] = [];
  let [images, failed] = [0, 0];
  for (const image of body.querySelectorAll('img')) {
    const source = image.getAttribute('src') ?? '';
    if (/^[\w-]{1,80}$/.test(image.dataset['file'] ?? '')) continue;
    if (storable.test(source)) {
      image.dataset['paste'] = String(pictures.push(source) - 1);
      continue;
    }
    if (source.startsWith('data:')) failed++;
    else images++;
    image.remove();
  }
  return { pictures, images, failed };
}

function stripTags(body: HTMLElement): void {
  for (const element of [...body.querySelectorAll('*')].toReversed()) {
    const tag = element.localName;
    if (!known.has(tag) || (tag === 'span' && !isFigure(element))) {
      element.replaceWith(...element.childNodes);
      continue;
    }
    for (const name of element.getAttributeNames()) if (!isKept(tag, name)) element.removeAttribute(name);
  }
}

/** A reference that the stored text may hold. */
function isFigure(element: Element): boolean {
  return fits('reference', 'path', element.getAttribute('data-figure'));
}

function isKept(tag: string, name: string): boolean {
  if (tag === 'td' || tag === 'th') return name === 'colspan' || name === 'rowspan';
  if (tag === 'ol') return name === 'start';
  if (tag === 'p') return name === 'data-role';
  if (tag === 'span') return name === 'data-figure';
  return tag === 'img' && ['data-file', 'data-paste', 'data-width', 'alt'].includes(name);
}

/** Chinese characters and their punctuation, between which a line end of the source is no space. */
const WIDE = '[\\p{Script=Han}\u3000-\u303f\uff00-\uffef\u2014\u2018-\u201d\u2026]';
const lineEnd = new RegExp(`(?<=${WIDE})[ \\t]*\\r?\\n\\s*|[ \\t]*\\r?\\n\\s*(?=${WIDE})`, 'gu');

function tidyText(parsed: Document, body: HTMLElement): void {
  const walker = parsed.createTreeWalker(body, NodeFilter.SHOW_TEXT);
  while (walker.nextNode()) {
    const { currentNode } = walker;
    currentNode.nodeValue = tidy(currentNode.nodeValue ?? '');
  }
}

/** Without what nobody sees, with plain spaces. */
export function tidy(text: string): string {
  const joined = text.replace(lineEnd, '').replaceAll('\u00a0', ' ');
  return Array.from(joined, (character) => (/\s/.test(character) || !isInvisible(character) ? character : '')).join('');
}

/** Empty lines between paragraphs go; an empty cell or item stays. */
function dropEmpty(body: HTMLElement): void {
  for (const element of [...body.querySelectorAll('p,h4,div')].toReversed()) {
    const { parentElement } = element;
    if (element.textContent.trim() !== '' || element.querySelector('img,table')) continue;
    const alone = parentElement?.matches('td,th,li') === true && parentElement.children.length === 1;
    if (!alone) element.remove();
  }
  // A block in a paragraph, which only broken sources have, would tear it apart unseen.
  for (const inner of body.querySelectorAll(`p ${blocks.split(',').join(',p ')}`)) inner.closest('p')?.after(inner);
}
