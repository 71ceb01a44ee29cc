import type { CodeItem } from '#domain/programme/edition.ts';

import divisions from './code-lists/divisions.json' with { type: 'json' };
import strategicIndustries from './code-lists/strategic-industries.json' with { type: 'json' };

/**
 * Code lists that fields of kind `code` choose from.
 * strategicIndustries: 战略性新兴产业分类（2018）, levels 1–3; the field of a cluster is a code of level 2 (A09, A17).
 * divisions: administrative divisions of the province, level 1 province, 2 prefecture, 3 county (statistical areas included).
 */
export const codeLists: Readonly<Record<'strategicIndustries' | 'divisions', readonly CodeItem[]>> = { strategicIndustries, divisions };
