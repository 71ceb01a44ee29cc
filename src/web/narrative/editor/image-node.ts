import { Node } from '@tiptap/core';
import { fits } from '#domain/narrative/schema.ts';

/** Address of a stored picture. */
export type ImageUrl = (file: string) => string;

/** A stored picture on a line of its own; `width` is percent of the text's width. */
export function imageNode(url: ImageUrl) {
  return Node.create({
    name: 'image',
    group: 'block',
    atom: true,
    draggable: true,
    addAttributes: () => ({ file: { default: '' }, alt: { default: '' }, width: { default: 100 } }),
    parseHTML: () => [
      {
        tag: 'img[data-file]',
        getAttrs: (element) => {
          const { file = '', width = '100' } = element.dataset;
          if (!fits('image', 'file', file)) return false;
          return { file, alt: (element.getAttribute('alt') ?? '').slice(0, 200), width: fits('image', 'width', Number(width)) ? Number(width) : 100 };
        },
      },
    ],
    renderHTML: ({ node }) => [
      'img',
      {
        src: url(String(node.attrs['file'])),
        alt: String(node.attrs['alt']),
        'data-file': String(node.attrs['file']),
        'data-width': String(node.attrs['width']),
        class: 'narrative-image',
      },
    ],
    addNodeView() {
      return ({ node }) => {
        const dom = document.createElement('img');
        dom.className = 'narrative-image';
        dom.src = url(String(node.attrs['file']));
        dom.alt = String(node.attrs['alt']);
        dom.style.width = `${Number(node.attrs['width'])}%`;
        return { dom };
      };
    },
  });
}
