import { describe, expect, it } from 'vitest';

import type { FieldDef } from '#domain/forms/definition.ts';

import { codeLists } from './code-lists.ts';
import { form } from './form.ts';
import { parameters } from './parameters.ts';
import { proposal } from './proposal.ts';
import { zones } from './zones.ts';

describe('the code lists', () => {
  it.each(Object.entries(codeLists))('%s has each code once and each parent one level above', (_, items) => {
    const byCode = new Map(items.map((item) => [item.code, item]));
    expect(byCode.size).toBe(items.length);
    const astray = items.filter((item) => (item.parent ? byCode.get(item.parent)?.level : 0) !== item.level - 1);
    expect(astray).toEqual([]);
  });

  it('exist for every field that chooses from one', () => {
    const fields: readonly FieldDef[] = [form, proposal].flatMap((def) => def.blocks.flatMap((block) => block.fields));
    const used = fields.flatMap((field) => (field.kind === 'code' ? [field.list] : []));
    expect(new Set(used)).toEqual(new Set(Object.keys(codeLists)));
  });
});

const codesOf = (list: keyof typeof codeLists, level: number) => new Set(codeLists[list].filter((item) => item.level === level).map((item) => item.code));
const zonesOf = (level: string) => zones.filter((zone) => zone.level === level).length;

describe('the zone register', () => {
  it('names 28 zones once, in known places, with industries at the level of a field', () => {
    const [prefectures, counties, fields] = [codesOf('divisions', 2), codesOf('divisions', 3), codesOf('strategicIndustries', parameters.fieldLevel)];
    expect(new Set(zones.map((zone) => zone.name)).size).toBe(28);
    const astray = zones.filter(
      (zone) =>
        !prefectures.has(zone.cityCode) ||
        (zone.countyCode !== undefined && !counties.has(zone.countyCode)) ||
        zone.industries.some((code) => !fields.has(code)),
    );
    expect(astray).toEqual([]);
  });

  it('tells zones under preparation from those that the call admits', () => {
    expect(['国家级', '省级', '省级（批复筹建）'].map(zonesOf)).toEqual([19, 1, 8]);
    expect(zones.filter((zone) => parameters.zoneLevels.includes(zone.level))).toHaveLength(20);
  });
});
