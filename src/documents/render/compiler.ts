import { NodeCompiler, type NodeError } from '@myriaddreamin/typst-ts-node-compiler';
import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import type { RowMark } from './drawing.ts';
import { symbolFont, textFonts } from './fonts.ts';
import type { Compile, Template } from './two-pass.ts';

/** A Typst compiler for the templates. Warnings count as errors: a paper that is nearly right is wrong. */
export function createCompiler(): { readonly compile: Compile; forget(): void } {
  const fontBlobs = [...textFonts, symbolFont].map((path) => readFileSync(path));
  const compiler = NodeCompiler.create({ workspace: import.meta.dirname, fontArgs: [{ fontBlobs }] });
  const read = (name: string): string => readFileSync(new URL(name, import.meta.url), 'utf8');
  const templates: Readonly<Record<Template, string>> = { form: read('form.typ'), flow: read('flow/flow.typ') };
  return {
    compile(template, inputs, images) {
      compiler.resetShadow();
      for (const { digest, format, bytes } of images) {
        compiler.mapShadow(join(import.meta.dirname, 'images', `${digest}.${format}`), Buffer.from(bytes));
      }
      const mainFileContent = templates[template];
      const outcome = compiler.compile({ mainFileContent, inputs: { ...inputs } });
      const fault = outcome.takeError() ?? outcome.takeWarnings();
      const document = outcome.result;
      if (fault !== null || document === null) {
        throw new Error(`typst: ${describe(fault)}`);
      }
      return {
        pages: document.numOfPages,
        marks: () => readMarks(compiler.query(document, { selector: '<marks>', field: 'value' })),
        pdf: () => compiler.pdf(document, { pdfStandard: 'a-2a' }),
      };
    },
    forget: () => compiler.evictCache(0),
  };
}

function describe(fault: NodeError | null): string {
  return fault === null ? 'no document' : fault.shortDiagnostics.map((diagnostic: unknown) => JSON.stringify(diagnostic)).join('; ');
}

/** All marks are told together, once. */
function readMarks(found: unknown): readonly RowMark[] {
  const [marks]: unknown[] = Array.isArray(found) ? found : [];
  if (!Array.isArray(marks) || !marks.every(isMark)) {
    throw new Error('typst: marks in an unknown shape');
  }
  return marks;
}

function isMark(value: unknown): value is RowMark {
  return typeof value === 'object' && value !== null && 'table' in value && 'row' in value && 'edge' in value && 'page' in value && 'y' in value;
}
