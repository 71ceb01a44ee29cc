import { execFileSync } from 'node:child_process';
import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { readFormWorkbook } from '#documents/sheets/read-form.ts';
import { writeFormWorkbook, type SheetWords } from '#documents/sheets/write-form.ts';
import type { FormDef, TableField } from '#domain/forms/definition.ts';
import { loadEdition } from '#domain/programme/load-edition.ts';
import type { JsonObject } from '#domain/values/json.ts';
import { edition as raw } from '#programmes/jiangsu-2022/index.ts';
import { sheetWords } from '#web/messages/sheets.ts';
import { quantile } from './quantile.ts';

/** A table of 1,000 enterprises out as a workbook and back in; LibreOffice turning the same workbook into CSV is the reference where it is installed. */
const rows = 1_000;
const runs = Number(process.argv[2] ?? 10);
const edition = loadEdition(raw);
const words: SheetWords = { ...sheetWords, units: edition.units, codeLists: edition.codeLists };
const chain = edition.forms.form.blocks.find((block) => block.key === 'chain')!;
const table = { ...(chain.fields.find((field) => field.kind === 'table') as TableField), maxRows: rows };
const form: FormDef = { key: 'form', title: '', blocks: [{ ...chain, fields: [table] }] };
const enterprises: readonly JsonObject[] = Array.from({ length: rows }, (_, index) => ({
  segment: ['上游', '中游', '下游'][index % 3]!,
  company: `演示企业${index + 1}有限公司`,
  hiTech: index % 2 === 0,
  kind: '中小企业',
  revenue: 1_000_000 * (index + 1) + 120_000,
  product: '演示产品',
  productRevenue: 500_000 * (index + 1),
  share: (index % 1_000) / 100,
}));

const out: number[] = [];
const back: number[] = [];
let bytes = new Uint8Array();
for (let run = 0; run < runs; run++) {
  const start = performance.now();
  bytes = new Uint8Array(await writeFormWorkbook({ form, answers: { chain: { [table.key]: enterprises } }, words, title: '产业链', identity: {} }));
  const written = performance.now();
  const { answers, faults } = await readFormWorkbook(bytes, form, words);
  back.push(performance.now() - written);
  out.push(written - start);
  const read = answers['chain']?.[table.key];
  if (faults.length > 0 || !Array.isArray(read) || read.length !== rows) throw new Error('the rows did not come back');
}
const shown = (times: readonly number[]): string => `p50 ${quantile(times, 0.5).toFixed(0)} ms, p95 ${quantile(times, 0.95).toFixed(0)} ms`;
console.log(`${rows} rows × ${table.columns.length} columns, ${(bytes.length / 1024).toFixed(0)} KB: out ${shown(out)}; in ${shown(back)} (${runs} runs)`);

const folder = mkdtempSync(path.join(tmpdir(), 'bench-sheets-'));
try {
  writeFileSync(path.join(folder, 'rows.xlsx'), bytes);
  const start = performance.now();
  execFileSync(
    'soffice',
    ['--headless', `-env:UserInstallation=file://${folder}/profile`, '--convert-to', 'csv', '--outdir', folder, path.join(folder, 'rows.xlsx')],
    { stdio: 'ignore' },
  );
  console.log(`LibreOffice, the same workbook to CSV, its start included: ${(performance.now() - start).toFixed(0)} ms`);
} catch {
  console.log('LibreOffice is not installed: no reference.');
} finally {
  rmSync(folder, { recursive: true, force: true });
}
