import { Node } from '@tiptap/core';
import { fits } from '#domain/narrative/schema.ts';
import type { Figure } from '#domain/narrative/references.ts';
import type { LiveFigures } from '#web/narrative/figures.ts';
import { figureDialog } from '#web/messages/outline.ts';

/** A figure of the form within the text: one piece, which shows what the form says now. */
export function referenceNode(figures: LiveFigures) {
  return Node.create({
    name: 'reference',
    group: 'inline',
    inline: true,
    atom: true,
    selectable: true,
    addAttributes: () => ({
      path: {
        default: '',
        parseHTML: (element: HTMLElement) => element.dataset['figure'] ?? '',
        renderHTML: ({ path }: { readonly path?: string }) => ({ 'data-figure': path ?? '' }),
      },
    }),
    parseHTML: () => [{ tag: 'span[data-figure]', getAttrs: (element) => (fits('reference', 'path', element.dataset['figure'] ?? null) ? null : false) }],
    renderHTML: ({ HTMLAttributes, node }) => ['span', HTMLAttributes, figures.at(String(node.attrs['path'])).text],
    renderText: ({ node }) => figures.at(String(node.attrs['path'])).text,
    addNodeView() {
      return ({ node }) => {
        const dom = document.createElement('span');
        const draw = (): void => drawFigure(dom, figures.at(String(node.attrs['path'])));
        draw();
        const stop = figures.subscribe(draw);
        return { dom, destroy: stop };
      };
    },
  });
}

function drawFigure(dom: HTMLElement, figure: Figure): void {
  dom.className = `figure-chip figure-${figure.state}`;
  dom.dataset['figure'] = figure.path;
  dom.title = titleOf(figure);
  if (dom.textContent !== figure.text) dom.textContent = figure.text;
}

function titleOf({ state, block, label }: Figure): string {
  if (state === 'gone') return figureDialog.gone;
  return state === 'shown' ? figureDialog.chip(block, label) : figureDialog.unfilledChip(block, label);
}
