import { execFileSync } from 'node:child_process';
import { mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { edition as raw } from '#programmes/jiangsu-2022/index.ts';
import { drawDocument } from '#documents/render/document.ts';
import type { Flow, FlowPart } from '#documents/render/flow/flow.ts';
import { createPool, defaultLimits } from '#documents/render/pool.ts';
import type { PlanContent } from '#domain/filing/plan.ts';
import { loadEdition } from '#domain/programme/load-edition.ts';
import { quantile } from './quantile.ts';

/*
 * node bench/plan-pdf.ts [runs] [projects]
 * The 试点方案 as PDF/A, about 60 pages with the sample's projects repeated: first (a cold rendering process, its start included) and
 * warm, beside LibreOffice converting the same text and tables from a .docx where it is installed.
 */
const runs = Number(process.argv[2] ?? 10);
const count = Number(process.argv[3] ?? 20);
const edition = loadEdition(raw);
const sample: PlanContent = JSON.parse(readFileSync(new URL('../programmes/jiangsu-2022/sample/plan.json', import.meta.url), 'utf8'));
const projects = Array.from({ length: count }, (_, index) => sample.projects[index % sample.projects.length] ?? {});
const plan = { ...sample, projects };

/** Another digest makes each paper a new one, so that nothing is answered from a cache. */
function paper(version: number): Flow {
  const mark = { number: 'JQ2022-0123', version, digest: String(version).padStart(64, '0'), publicUrl: 'https://jiqun.example.cn' };
  return drawDocument('plan', { edition, plan, problems: [], mark, date: '2022-03-11' });
}

function show(name: string, pages: number | string, times: readonly number[]): void {
  const [p50, p95] = [quantile(times, 0.5), quantile(times, 0.95)].map((time) => time.toFixed(0).padStart(6));
  console.log(`${name.padEnd(28)} ${String(pages).padStart(4)} pages  n=${String(times.length).padStart(3)}  p50 ${p50} ms  p95 ${p95} ms`);
}

async function typst(): Promise<void> {
  let pages = 0;
  const timed = async (render: () => Promise<{ readonly pages: number }>): Promise<number> => {
    const start = performance.now();
    ({ pages } = await render());
    return performance.now() - start;
  };
  const cold: number[] = [];
  for (let run = 0; run < Math.ceil(runs / 4); run += 1) {
    const pool = createPool();
    cold.push(await timed(() => pool.render(paper(run))));
    pool.close();
  }
  show('plan, first', pages, cold);
  const pool = createPool({ ...defaultLimits, renders: Number.POSITIVE_INFINITY });
  await pool.render(paper(9_000));
  const warm: number[] = [];
  for (let run = 0; run < runs; run += 1) warm.push(await timed(() => pool.render(paper(100 + run))));
  pool.close();
  show('plan, warm', pages, warm);
}

const escape = (text: string): string => text.replace(/[&<>]/g, (character) => `&#${character.codePointAt(0)};`);

/** The same text, headings, lists and tables as HTML: what the .docx is made from. */
function html(part: FlowPart): string {
  switch (part.part) {
    case 'heading':
      return `<h${part.level}>${escape(part.text)}</h${part.level}>`;
    case 'paragraph':
      return `<p>${part.lines.map((line) => line.map((run) => (run.bold ? `<b>${escape(run.text)}</b>` : escape(run.text))).join('')).join('<br>')}</p>`;
    case 'list':
      return `<ul>${part.items.map((item) => `<li>${item.map(html).join('')}</li>`).join('')}</ul>`;
    case 'table': {
      const rows = Array.from({ length: part.rows }, (_, y) => part.cells.filter((cell) => cell.y === y));
      const cells = rows.map(
        (row) => `<tr>${row.map((cell) => `<td colspan="${cell.cols}" rowspan="${cell.rows}">${cell.parts.map(html).join('')}</td>`).join('')}</tr>`,
      );
      return `<p>${escape(part.caption ?? '')}</p><table border="1" cellspacing="0" width="100%">${cells.join('')}</table>`;
    }
    case 'title':
      return `<h1>${part.lines.map(escape).join('<br>')}</h1>`;
    case 'cover':
      return `${part.title.map((line) => `<h1>${escape(line)}</h1>`).join('')}${part.lines.map(({ label, value }) => `<p>${escape(label + value)}</p>`).join('')}`;
    case 'seals':
      return part.boxes.map((box) => [box.title, ...box.statements, ...box.seal].map((line) => `<p>${escape(line)}</p>`).join('')).join('');
    case 'sign':
    case 'contents':
    case 'image':
    case 'break':
      return '';
  }
}

function libreOffice(): void {
  const folder = mkdtempSync(join(tmpdir(), 'plan-pdf-'));
  const profile = `-env:UserInstallation=file://${join(folder, 'profile')}`;
  const convert = (filter: string, file: string, ...more: readonly string[]): void => {
    execFileSync('soffice', [profile, '--headless', ...more, '--convert-to', filter, '--outdir', folder, join(folder, file)], { stdio: 'ignore' });
  };
  try {
    const style =
      '<style>@page { size: A4; margin: 37mm 26mm 35mm 28mm } p, li { font-size: 16pt; line-height: 28pt; margin: 0 } td p { font-size: 10.5pt; line-height: 1.3 }</style>';
    writeFileSync(join(folder, 'plan.html'), `<!doctype html><meta charset="utf-8">${style}${paper(1).body.map(html).join('\n')}`);
    // Makes the profile too, so that no timed run does.
    convert('docx:MS Word 2007 XML', 'plan.html', '--infilter=HTML (StarWriter)');
    const times: number[] = [];
    for (let run = 0; run < Math.max(3, Math.ceil(runs / 3)); run += 1) {
      const start = performance.now();
      convert('pdf', 'plan.docx');
      times.push(performance.now() - start);
    }
    const pages = readFileSync(join(folder, 'plan.pdf'), 'latin1').match(/\/Type\s*\/Page\b/g)?.length ?? '?';
    show('LibreOffice, .docx to PDF', pages, times);
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

await typst();
if (installed('soffice')) libreOffice();
else console.log('LibreOffice: not installed');
