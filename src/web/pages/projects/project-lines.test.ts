import { beforeAll, expect, test } from 'vitest';
import raw from '#programmes/jiangsu-2022/sample/plan.json' with { type: 'json' };
import { edition as rawEdition } from '#programmes/jiangsu-2022/index.ts';
import { loadEdition } from '#domain/programme/load-edition.ts';
import type { Edition } from '#domain/programme/edition.ts';
import type { Problem } from '#domain/values/problem.ts';
import { noFilter, shownBy } from './project-filters.tsx';
import { projectLines, shortOfZone, totalsOf, type ProjectLine } from './project-lines.ts';
import { standingOf, type PlanProject } from './standing.ts';

const wan = 1_000_000;
let edition: Edition;
let projects: PlanProject[];
beforeAll(() => {
  edition = loadEdition(rawEdition);
  projects = raw.projects.map((answers, index) => ({
    id: String(index),
    number: `XM2022-${index}`,
    state: 'atZone',
    owner: { name: answers.summary.applicant },
    returned: null,
    recommendation: null,
    blocks: Object.fromEntries(Object.entries(answers).map(([key, block]) => [key, { answers: block, version: 1, savedAt: null, savedBy: null }])),
  }));
});

const lines = (problems: readonly Problem[] = []): readonly ProjectLine[] => projectLines(edition, { projects, attachments: [] }, problems);
const must = (path: string): Problem => ({ severity: 'must', clause: 'G3.5', rule: 'R40', path, message: '少 20 万元' });

test('sums over all projects are exact', () => {
  const { province, zone, newTotal } = totalsOf(lines());
  const sum = (key: 'province' | 'zone' | 'newTotal'): number => raw.projects.reduce((total, one) => total + (one.money[key] ?? 0), 0);
  expect([province, zone, newTotal]).toEqual([sum('province'), sum('zone'), sum('newTotal')]);
});

test('what is broken in a project stands in its line only', () => {
  const found = lines([must('/projects/1/money/zone'), must('/projects/10/money/zone'), must('/form/zone/head')]);
  expect(found.filter((line) => line.broken.length > 0).map((line) => line.position)).toEqual([2, 11]);
});

test("the zone's money that is short is told by project, the worst first; outside projects ask for none", () => {
  const base = lines()[0];
  if (!base) throw new Error('the sample has projects');
  const line = (position: number, zone: number, place: ProjectLine['place']): ProjectLine => ({
    ...base,
    position,
    province: 500 * wan,
    zone: zone * wan,
    place,
  });
  expect(shortOfZone(edition, [line(1, 480, 'inside'), line(2, 500, 'inside'), line(3, 400, 'inside'), line(4, 0, 'outside')])).toEqual([
    { position: 3, short: 100 * wan },
    { position: 1, short: 20 * wan },
  ]);
});

test('a submitted project waits to be taken; one with a broken must, or outside without its recommendation, asks for a hand first', () => {
  const [project] = projects;
  if (!project) throw new Error('the sample has projects');
  const inside = { place: 'inside', broken: [], opinionAttached: false } as const;
  expect(standingOf(project, inside).verb).toBe('take');
  expect(standingOf(project, { ...inside, broken: [must('/projects/0/money/zone')] }).verb).toBe('mend');
  expect(standingOf({ ...project, state: 'taken' }, inside)).toMatchObject({ verb: 'look', tone: 'ok' });
  expect(standingOf({ ...project, state: 'taken' }, { ...inside, place: 'outside' })).toMatchObject({ verb: 'mend', group: 'attention' });
  const given = { state: 'given', authority: '昆山市科学技术局', version: 1 } as const;
  expect(standingOf({ ...project, state: 'taken', recommendation: given }, { ...inside, place: 'outside' }).group).toBe('taken');
  expect(standingOf({ ...project, state: 'drafting', returned: '请核减' }, inside).text).toContain('退回');
  expect(standingOf({ ...project, state: 'drafting', owner: null }, inside).group).toBe('taken');
  const outside = { ...inside, place: 'outside' } as const;
  expect(standingOf({ ...project, state: 'drafting', owner: null }, outside).group).toBe('attention');
  expect(standingOf({ ...project, state: 'drafting', owner: null }, { ...outside, opinionAttached: true }).group).toBe('taken');
});

test('a filter finds by name, company, leader and number, and its parts must all agree', () => {
  const rows = lines().flatMap((line, index) => {
    const project = projects[index];
    return project ? [{ line, standing: standingOf(project, line) }] : [];
  });
  const [first] = rows;
  if (!first) throw new Error('the sample has projects');
  const found = (text: string) => rows.filter((row) => shownBy({ ...noFilter, text }, row)).map((row) => row.line.position);
  expect(found(first.line.applicant)).toContain(1);
  expect(found(first.line.leader)).toContain(1);
  expect(found(' xm2022-0 ')).toEqual([1]);
  expect(found('没有这样的项目')).toEqual([]);
  const outside = rows.filter((row) => shownBy({ ...noFilter, place: 'outside' }, row));
  expect(outside.every((row) => row.line.place === 'outside')).toBe(true);
  expect(rows.filter((row) => shownBy({ ...noFilter, place: 'outside', text: 'no' }, row))).toEqual([]);
});
