import type { CodeItem, Edition } from '../edition.ts';
import { columnAt, fieldAt, splitPath } from '../look-up.ts';
import type { Report } from './fault-list.ts';
import { reportTwice } from './fault-list.ts';

/** Clauses, outline, commitment, code lists, the zone register and the call's dates. */
export function checkLists(edition: Edition, report: Report): void {
  reportTwice(
    edition.clauses.map((clause) => clause.id),
    (index) => `/clauses/${index}/id`,
    'clause',
    report,
  );
  checkHeadings(edition, report);
  reportTwice(
    edition.commitment.items.map((item) => item.id),
    (index) => `/commitment/items/${index}/id`,
    'commitment',
    report,
  );
  for (const [index, item] of edition.commitment.items.entries()) {
    if (!edition.clauses.some((clause) => clause.id === item.id)) report(`/commitment/items/${index}/id`, `there is no clause "${item.id}"`);
  }
  reportTwice(
    edition.seals.map((seal) => seal.key),
    (index) => `/seals/${index}/key`,
    'seal',
    report,
  );
  for (const [name, items] of Object.entries(edition.codeLists)) checkCodes(items, `/codeLists/${name}`, report);
  checkZones(edition, report);
  checkInstants(edition, report);
}

function checkHeadings(edition: Edition, report: Report): void {
  const headings = edition.outline.flatMap((chapter, index) => [
    { key: chapter.key, at: `/outline/${index}/key` },
    ...chapter.sections.map((section, n) => ({ key: section.key, at: `/outline/${index}/sections/${n}/key` })),
  ]);
  reportTwice(
    headings.map((heading) => heading.key),
    (index) => headings[index]?.at ?? '/outline',
    'heading',
    report,
  );
}

function checkCodes(items: readonly CodeItem[], at: string, report: Report): void {
  reportTwice(
    items.map((item) => item.code),
    (index) => `${at}/${index}/code`,
    'code',
    report,
  );
  const levels = new Map(items.map((item) => [item.code, item.level]));
  for (const [index, item] of items.entries()) {
    if (item.parent === undefined) continue;
    const above = levels.get(item.parent);
    if (above === undefined) report(`${at}/${index}/parent`, `there is no code "${item.parent}"`);
    else if (above >= item.level) report(`${at}/${index}/parent`, `parent "${item.parent}" is of level ${above}, not above level ${item.level}`);
  }
}

function checkZones(edition: Edition, report: Report): void {
  reportTwice(
    edition.zones.map((zone) => zone.name),
    (index) => `/zones/${index}/name`,
    'zone',
    report,
  );
  const divisions = new Set(edition.codeLists['divisions']?.map((item) => item.code));
  const industries = new Set(edition.codeLists['strategicIndustries']?.map((item) => item.code));
  for (const [index, zone] of edition.zones.entries()) {
    if (!divisions.has(zone.cityCode)) report(`/zones/${index}/cityCode`, `there is no division "${zone.cityCode}"`);
    if (zone.countyCode !== undefined && !divisions.has(zone.countyCode)) {
      report(`/zones/${index}/countyCode`, `there is no division "${zone.countyCode}"`);
    }
    for (const [n, code] of zone.industries.entries()) {
      if (!industries.has(code)) report(`/zones/${index}/industries/${n}`, `there is no industry "${code}"`);
    }
  }
  for (const [index, level] of edition.parameters.zoneLevels.entries()) {
    if (!edition.zones.some((zone) => zone.level === level)) report(`/parameters/zoneLevels/${index}`, `no zone is of level "${level}"`);
  }
}

function checkInstants(edition: Edition, report: Report): void {
  const order = ['published', 'submitBy', 'recommendBy', 'paperBy'] as const;
  for (const [index, name] of order.entries()) {
    const before = order[index - 1];
    if (before === undefined) continue;
    const [earlier, later] = [Date.parse(edition.instants[before]), Date.parse(edition.instants[name])];
    if (later < earlier || (before === 'published' && later === earlier)) report(`/instants/${name}`, `lies before "${before}"`);
  }
}

/** Items of the formal check: each answered by the file or by a person who is told what to look at, never by both. */
export function checkFormalItems(edition: Edition, report: Report): void {
  const keys = [...edition.formalItems.map((item) => item.key), ...edition.rules.map((rule) => rule.id)];
  reportTwice(keys, (index) => `/formalItems/${index}/key`, 'item', report);
  for (const [index, item] of edition.formalItems.entries()) {
    const at = `/formalItems/${index}`;
    if (!edition.clauses.some((clause) => clause.id === item.clause)) report(`${at}/clause`, `there is no clause "${item.clause}"`);
    if ((item.auto === undefined) !== (item.evidence === undefined)) report(`${at}/evidence`, 'evidence is what an automatic item, and only that, shows');
    if ((item.auto === undefined) !== (item.look !== undefined)) report(`${at}/look`, 'who answers an item by hand, and only that, is told what to look at');
    if ((item.auto === 'rules' || item.auto === 'proofs') !== (item.rules !== undefined)) report(`${at}/rules`, 'rules belong to an item that they answer');
    for (const rule of item.rules ?? []) if (!edition.rules.some((one) => one.id === rule)) report(`${at}/rules`, `there is no rule "${rule}"`);
  }
}

/** Answers that official lists speak of, and the levels of the sign-off. */
export function checkListed(edition: Edition, report: Report): void {
  reportTwice(
    edition.signOff.map((level) => level.key),
    (index) => `/signOff/${index}/key`,
    'level',
    report,
  );
  for (const [index, claim] of edition.listed.entries()) {
    const whole = 'count' in claim ? claim.count : claim.table;
    const { form, path } = splitPath(whole);
    const field = fieldAt(edition, form, path);
    if ('count' in claim ? field?.kind !== 'count' : field?.kind !== 'table') report(`/listed/${index}`, `there is no such field "${whole}"`);
    if ('count' in claim) continue;
    for (const column of 'number' in claim ? [claim.number] : [claim.yesNo, claim.company, ...(claim.code === undefined ? [] : [claim.code])]) {
      if (columnAt(edition, form, path, column) === undefined) report(`/listed/${index}`, `"${whole}" has no column "${column}"`);
    }
  }
}
