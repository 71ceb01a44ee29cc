import { existsSync, readdirSync, readFileSync } from 'node:fs';
import { expect, test } from 'vitest';
import { acts } from '#domain/access/acts.ts';
import { routes } from '#http/contract/routes.ts';
import { matrixFile, routeCell } from '../support/matrix.ts';

const folder = new URL('./', matrixFile('any'));
const nouns = ['plan', ...(existsSync(folder) ? readdirSync(folder) : []).map((name) => name.replace('.md', ''))];
const published = nouns.map((noun) => readFileSync(matrixFile(noun), 'utf8')).join('\n');

test('every act has a route', () => {
  const used = new Set<string>(Object.values(routes).map((route) => route.act));
  expect(acts.filter((act) => !used.has(act))).toEqual([]);
});

test('every route stands in one published matrix', () => {
  const times = (cell: string): number => published.split(`| ${cell} |`).length - 1;
  const wrong = Object.values(routes)
    .map(routeCell)
    .filter((cell) => times(cell) !== 1);
  expect(wrong).toEqual([]);
});
