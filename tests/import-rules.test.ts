import { execFileSync } from 'node:child_process';
import { cpSync, mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';

/** One forbidden import per arrow of docs/architecture.md: [file that imports, what it imports]. */
const planted: readonly [file: string, imported: string][] = [
  ['programmes/x/index.ts', '#usecases/submit-plan.ts'],
  ['programmes/x/rules.ts', '#db/plans.ts'],
  ['src/domain/filing/a.ts', '#db/plans.ts'],
  ['src/domain/filing/b.ts', '#programmes/jiangsu-2022/index.ts'],
  ['src/domain/filing/c.ts', 'node:fs'],
  ['src/domain/filing/d.ts', '../../db/plans.ts'],
  ['src/db/a.ts', '#usecases/submit-plan.ts'],
  ['src/db/b.ts', '#documents/render/form.ts'],
  ['src/documents/a.ts', '#db/plans.ts'],
  ['src/documents/b.ts', 'kysely'],
  ['src/usecases/a.ts', '#http/app.ts'],
  ['src/usecases/b.ts', '#main/cli.ts'],
  ['src/http/a.ts', '#db/plans.ts'],
  ['src/http/b.ts', '#documents/render/form.ts'],
  ['src/http/c.ts', '#web/main.tsx'],
  ['src/web/a.ts', '#db/plans.ts'],
  ['src/web/b.ts', '#http/app.ts'],
  ['src/web/c.ts', '#usecases/submit-plan.ts'],
  ['src/web/d.ts', '#http/handlers/plans.ts'],
];

/** The same arrows, the right way round. */
const allowed: readonly [file: string, imported: string][] = [
  ['programmes/x/index.ts', '#domain/forms/definition.ts'],
  ['src/db/a.ts', '#domain/values/json.ts'],
  ['src/documents/a.ts', '#domain/forms/paper.ts'],
  ['src/usecases/a.ts', '#db/plans.ts'],
  ['src/usecases/b.ts', '#documents/render/form.ts'],
  ['src/http/a.ts', '#usecases/submit-plan.ts'],
  ['src/web/a.ts', '#http/contract/routes.ts'],
  ['src/main/a.ts', '#http/app.ts'],
];

const root = path.resolve(import.meta.dirname, '..');
let folder = '';

beforeAll(() => {
  folder = mkdtempSync(path.join(tmpdir(), 'import-rules-'));
  cpSync(path.join(root, '.oxlintrc.json'), path.join(folder, '.oxlintrc.json'));
});
afterAll(() => rmSync(folder, { recursive: true, force: true }));

/** What oxlint says of one file with one import, under the project's own rules. */
function lint(file: string, imported: string): string {
  const target = path.join(folder, file);
  mkdirSync(path.dirname(target), { recursive: true });
  writeFileSync(target, `import { thing } from '${imported}';\nexport const used = thing;\n`);
  try {
    execFileSync(path.join(root, 'node_modules/.bin/oxlint'), ['-c', '.oxlintrc.json', file], { cwd: folder, encoding: 'utf8' });
    return '';
  } catch (error) {
    return String((error as { stdout?: string }).stdout);
  } finally {
    rmSync(target);
  }
}

describe('imports go one way', () => {
  it.each(planted)('%s may not import %s', (file, imported) => {
    expect(lint(file, imported)).toContain('no-restricted-imports');
  });

  it.each(allowed)('%s may import %s', (file, imported) => {
    expect(lint(file, imported)).toBe('');
  });
});
