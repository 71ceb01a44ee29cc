import { execFileSync } from 'node:child_process';
import { mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { edition as raw } from '#programmes/jiangsu-2022/index.ts';
import { drawForm } from '#documents/render/draw-form.ts';
import type { Drawing } from '#documents/render/drawing.ts';
import { createPool, defaultLimits } from '#documents/render/pool.ts';
import type { PlanContent } from '#domain/filing/plan.ts';
import { loadEdition } from '#domain/programme/load-edition.ts';

/*
 * node bench/form-pdf.ts [runs]
 * The form as PDF: first (a cold rendering process, its start included) and warm, beside LibreOffice on the same tables where installed.
 */
const runs = Number(process.argv[2] ?? 20);
const edition = loadEdition(raw);
const sample: PlanContent = JSON.parse(readFileSync(new URL('../programmes/jiangsu-2022/sample/plan.json', import.meta.url), 'utf8'));

/** The sample cut or repeated to this many enterprises and projects, and to `others` rows of every other table. */
function plan(enterprises: number, projects: number, others: number): PlanContent {
  const repeat = <T>(rows: readonly T[], count: number): T[] =>
    Array.from({ length: count }, (_, index) => rows[index % rows.length]).filter((row) => row !== undefined);
  const rowsOf = (block: string, field: string): readonly unknown[] => {
    const value = sample.form[block]?.[field];
    return Array.isArray(value) ? value : [];
  };
  const form = JSON.parse(
    JSON.stringify({
      ...sample.form,
      chain: { ...sample.form['chain'], rows: repeat(rowsOf('chain', 'rows'), enterprises) },
      innovation: {
        ...sample.form['innovation'],
        ...Object.fromEntries(['platforms', 'talents', 'incubators'].map((field) => [field, repeat(rowsOf('innovation', field), others)])),
      },
    }),
  );
  return { ...sample, form, projects: repeat(sample.projects, projects) };
}

/** A figure that changes nothing in length makes each paper a new one, so that nothing is answered from a cache. */
function paper(content: PlanContent, version: number): Drawing {
  const mark = { number: 'JQ2022-0123', version, digest: String(version).padStart(64, '0'), publicUrl: 'https://jiqun.example.cn' };
  return drawForm({ edition, plan: content, problems: [], mark, date: '2022-03-11' });
}

function quantile(times: readonly number[], share: number): number {
  return times.toSorted((a, b) => a - b)[Math.min(times.length - 1, Math.floor(times.length * share))] ?? Number.NaN;
}

function show(name: string, pages: number | string, times: readonly number[]): void {
  console.log(
    `${name.padEnd(34)} ${String(pages).padStart(4)} pages  n=${String(times.length).padStart(3)}  p50 ${quantile(times, 0.5).toFixed(0).padStart(6)} ms  p95 ${quantile(times, 0.95).toFixed(0).padStart(6)} ms`,
  );
}

async function typst(name: string, content: PlanContent): Promise<void> {
  let pages = 0;
  const timed = async (render: () => Promise<{ readonly pages: number }>): Promise<number> => {
    const start = performance.now();
    ({ pages } = await render());
    return performance.now() - start;
  };
  const cold: number[] = [];
  for (let run = 0; run < Math.ceil(runs / 4); run += 1) {
    const pool = createPool();
    cold.push(await timed(() => pool.render(paper(content, run))));
    pool.close();
  }
  show(`${name}, first`, pages, cold);
  const pool = createPool({ ...defaultLimits, renders: Number.POSITIVE_INFINITY });
  await pool.render(paper(content, 9_000));
  const warm: number[] = [];
  for (let run = 0; run < runs; run += 1) {
    warm.push(await timed(() => pool.render(paper(content, 100 + run))));
  }
  pool.close();
  show(`${name}, warm`, pages, warm);
}

/** The same tables, row for row, as plain HTML: what LibreOffice gets. */
function html(drawing: Drawing): string {
  const escape = (text: string): string => text.replace(/[&<>]/g, (character) => `&#${character.codePointAt(0)};`);
  const cell = (words: readonly string[], span: string): string => `<td${span}>${words.map(escape).join('<br>')}</td>`;
  const tables = drawing.tables.map((table) => {
    const rows = [...table.header, ...table.rows].map(
      (row) =>
        `<tr>${row
          .map((drawn) =>
            cell(
              drawn.lines.map((line) => line.runs.map((run) => (run.box === undefined ? '' : run.box ? '☑' : '☐') + run.text).join('')),
              ` colspan="${drawn.cols}" rowspan="${drawn.rows}"`,
            ),
          )
          .join('')}</tr>`,
    );
    return `<table border="1" cellspacing="0" width="100%">${rows.join('')}</table>`;
  });
  return `<!doctype html><meta charset="utf-8"><title>${escape(drawing.meta.title)}</title>${tables.join('')}`;
}

function libreOffice(name: string, content: PlanContent): void {
  const folder = mkdtempSync(join(tmpdir(), 'form-pdf-'));
  try {
    const input = join(folder, 'form.html');
    writeFileSync(input, html(paper(content, 1)));
    const times: number[] = [];
    for (let run = 0; run < Math.max(3, Math.ceil(runs / 4)); run += 1) {
      const start = performance.now();
      const profile = `-env:UserInstallation=file://${join(folder, 'profile')}`;
      execFileSync('soffice', [profile, '--headless', '--convert-to', 'pdf:writer_web_pdf_Export', '--outdir', folder, input], { stdio: 'ignore' });
      times.push(performance.now() - start);
    }
    const pages = readFileSync(join(folder, 'form.pdf'), 'latin1').match(/\/Type\s*\/Page\b/g)?.length ?? '?';
    // The first run also makes the profile; it is left out of the others.
    show(`LibreOffice ${name}, first`, pages, times.slice(0, 1));
    show(`LibreOffice ${name}, then`, pages, times.slice(1));
  } finally {
    rmSync(folder, { recursive: true, force: true });
  }
}

function installed(command: string): boolean {
  try {
    execFileSync(command, ['--version'], { stdio: 'ignore' });
    return true;
  } catch {
    return false;
  }
}

const small = plan(6, 2, 3);
const large = plan(300, 60, 25);
await typst('short form', small);
await typst('long form', large);
if (installed('soffice')) {
  libreOffice('short form', small);
  libreOffice('long form', large);
} else {
  console.log('LibreOffice: not installed');
}
