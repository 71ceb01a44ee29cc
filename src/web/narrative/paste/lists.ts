/** A paragraph that Word or WPS numbers: its list level, and its mark as it stood. */
interface ListLine {
  readonly element: HTMLElement;
  readonly list: string;
  readonly level: number;
  readonly ordered: boolean;
  readonly start: number;
}

interface OpenList {
  readonly element: HTMLElement;
  readonly level: number;
  readonly list: string;
  readonly ordered: boolean;
}

const LIST = /mso-list:\s*(l\d+)\s+level(\d+)/i;
const MARKER = /mso-list:\s*ignore/i;
/** A number or letter with what closes it, or a number in a circle. A single letter without is a bullet of a symbol font. */
const ORDERED =
  /^[\s(\uff08[]*(\d+|[a-z]{1,4}|[\u4e00\u4e8c\u4e09\u56db\u4e94\u516d\u4e03\u516b\u4e5d\u5341\u767e]+)\s*[.\u3001\uff0e)\uff09\]]|^\s*[\u2460-\u2473]/i;

/** Turns paragraphs that only look like lists into lists, nested by their level. */
export function makeLists(body: HTMLElement): void {
  let open: OpenList[] = [];
  let last: Element | undefined;
  for (const paragraph of body.querySelectorAll('p')) {
    const line = lineOf(paragraph);
    if (line === undefined) continue;
    // Something else between them ends the list.
    if (last === undefined || paragraph.previousElementSibling !== last || line.list !== open[0]?.list) open = [];
    while ((open.at(-1)?.level ?? 0) > line.level) open.pop();
    const top = open.at(-1);
    if (top === undefined || top.level < line.level || top.ordered !== line.ordered) {
      if (top?.level === line.level) open.pop();
      open.push(beginList(line, open.at(-1)));
    }
    const item = body.ownerDocument.createElement('li');
    const words = body.ownerDocument.createElement('p');
    words.append(...paragraph.childNodes);
    item.append(words);
    open.at(-1)?.element.append(item);
    paragraph.remove();
    last = open[0]?.element;
  }
}

function lineOf(element: HTMLElement): ListLine | undefined {
  const [, list, level] = LIST.exec(element.getAttribute('data-style') ?? '') ?? [];
  if (list === undefined) return undefined;
  const marker = [...element.querySelectorAll('span')].find((span) => MARKER.test(span.getAttribute('data-style') ?? ''));
  const mark = marker?.textContent ?? '';
  marker?.remove();
  return { element, list, level: Number(level), ordered: ORDERED.test(mark), start: Number.parseInt(mark.replace(/^\D+/, ''), 10) || 1 };
}

/** A new list, in the last item of the one above it, or in the place of its first line. */
function beginList(line: ListLine, above: OpenList | undefined): OpenList {
  const element = line.element.ownerDocument.createElement(line.ordered ? 'ol' : 'ul');
  if (line.ordered && line.start > 1) element.setAttribute('start', String(line.start));
  const parent = above?.element.lastElementChild;
  if (parent) parent.append(element);
  else line.element.before(element);
  return { element, level: line.level, list: line.list, ordered: line.ordered };
}
