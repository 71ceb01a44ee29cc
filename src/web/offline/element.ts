type Child = Node | string;

/** An element with its text and children. Words become text, never markup, whatever they hold. */
export function element<K extends keyof HTMLElementTagNameMap>(name: K, className: string, ...children: readonly Child[]): HTMLElementTagNameMap[K] {
  const made = document.createElement(name);
  if (className !== '') made.className = className;
  made.append(...children);
  return made;
}

/** A card with its heading. */
export function card(title: string, ...children: readonly Child[]): HTMLElement {
  return element('section', 'card', element('h2', '', title), ...children);
}

/** Names beside their values; what is absent is left out. */
export function pairs(rows: readonly (readonly [string, Child | undefined])[]): HTMLElement {
  const list = element('dl', 'pairs');
  for (const [name, value] of rows) if (value !== undefined) list.append(element('dt', '', name), element('dd', '', value));
  return list;
}

export function table(head: readonly string[], rows: readonly (readonly Child[])[]): HTMLElement {
  const headRow = element('tr', '');
  for (const name of head) {
    const cell = element('th', '', name);
    cell.scope = 'col';
    headRow.append(cell);
  }
  const body = element('tbody', '', ...rows.map((row) => element('tr', '', ...row.map((cell) => element('td', '', cell)))));
  return element('div', 'scroll', element('table', '', element('thead', '', headRow), body));
}

export const mono = (text: string): HTMLElement => element('span', 'mono', text);
