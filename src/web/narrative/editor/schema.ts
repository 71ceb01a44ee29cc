import { Mark, Node, type Extensions } from '@tiptap/core';
import { Table, TableCell, TableHeader, TableRow } from '@tiptap/extension-table';
import { StarterKit } from '@tiptap/starter-kit';
import { HEADING_LEVEL } from '#domain/narrative/schema.ts';
import { imageNode, type ImageUrl } from './image-node.ts';
import type { LiveFigures } from '#web/narrative/figures.ts';
import { referenceNode } from './reference-node.ts';

const inCell = '(paragraph|orderedList|bulletList|image)+';

/** Raised and lowered letters exclude each other, as in the stored text. */
const Superscript = Mark.create({
  name: 'superscript',
  excludes: 'subscript',
  parseHTML: () => [{ tag: 'sup' }],
  renderHTML: () => ['sup', 0],
});
const Subscript = Mark.create({
  name: 'subscript',
  excludes: 'superscript',
  parseHTML: () => [{ tag: 'sub' }],
  renderHTML: () => ['sub', 0],
});

/** A table draws no style of its own: the page's policy lets none pass, and the paper has its own widths. */
const PlainTable = Table.extend({ renderHTML: () => ['table', ['tbody', 0]] });

function withoutAlign(attributes: Record<string, object> | undefined): Record<string, object> {
  return Object.fromEntries(Object.entries(attributes ?? {}).filter(([name]) => name !== 'align'));
}

/** The editor's nodes and marks: exactly those of domain/narrative/schema.ts. */
export function editorExtensions(figures: LiveFigures, imageUrl: ImageUrl): Extensions {
  return [
    StarterKit.configure({
      blockquote: false,
      code: false,
      codeBlock: false,
      heading: false,
      horizontalRule: false,
      italic: false,
      link: false,
      listItem: false,
      orderedList: false,
      paragraph: false,
      strike: false,
      underline: false,
      dropcursor: false,
      undoRedo: { depth: 300 },
    }),
    paragraph,
    heading,
    orderedList,
    listItem,
    PlainTable.configure({ resizable: false, allowTableNodeSelection: true }),
    TableRow,
    TableHeader.extend({
      content: inCell,
      addAttributes() {
        return withoutAlign(this.parent?.());
      },
    }),
    TableCell.extend({
      content: inCell,
      addAttributes() {
        return withoutAlign(this.parent?.());
      },
    }),
    Superscript,
    Subscript,
    imageNode(imageUrl),
    referenceNode(figures),
  ];
}

/** Written out rather than taken from the kit: the role of a caption or note is part of the text. */
const paragraph = Node.create({
  name: 'paragraph',
  priority: 1000,
  group: 'block',
  content: 'inline*',
  addAttributes: () => ({
    role: {
      default: null,
      parseHTML: (element: HTMLElement) => element.dataset['role'] ?? null,
      renderHTML: ({ role }: { readonly role?: string | null }) => (role ? { 'data-role': role } : {}),
    },
  }),
  parseHTML: () => [{ tag: 'p' }],
  renderHTML: ({ HTMLAttributes }) => ['p', HTMLAttributes, 0],
});

const heading = Node.create({
  name: 'heading',
  group: 'block',
  content: 'inline*',
  defining: true,
  addAttributes: () => ({ level: { default: HEADING_LEVEL, rendered: false } }),
  parseHTML: () => ['h1', 'h2', 'h3', 'h4', 'h5', 'h6'].map((tag) => ({ tag, attrs: { level: HEADING_LEVEL } })),
  renderHTML: () => [`h${HEADING_LEVEL}`, 0],
  addKeyboardShortcuts() {
    return {
      'Mod-Alt-1': () => this.editor.commands.toggleNode('heading', 'paragraph', { level: HEADING_LEVEL }),
      'Mod-Alt-0': () => this.editor.commands.setNode('paragraph'),
    };
  },
});

const orderedList = Node.create({
  name: 'orderedList',
  group: 'block list',
  content: 'listItem+',
  addAttributes: () => ({
    start: {
      default: 1,
      parseHTML: (element: HTMLElement) => Math.min(9999, Math.max(1, Number.parseInt(element.getAttribute('start') ?? '1', 10) || 1)),
      renderHTML: ({ start }: { readonly start?: number }) => (start && start !== 1 ? { start } : {}),
    },
  }),
  parseHTML: () => [{ tag: 'ol' }],
  renderHTML: ({ HTMLAttributes }) => ['ol', HTMLAttributes, 0],
});

const listItem = Node.create({
  name: 'listItem',
  content: 'paragraph (paragraph|orderedList|bulletList)*',
  defining: true,
  parseHTML: () => [{ tag: 'li' }],
  renderHTML: () => ['li', 0],
  addKeyboardShortcuts() {
    return {
      Enter: () => this.editor.commands.splitListItem(this.name),
      Tab: () => this.editor.commands.sinkListItem(this.name),
      'Shift-Tab': () => this.editor.commands.liftListItem(this.name),
    };
  },
});
