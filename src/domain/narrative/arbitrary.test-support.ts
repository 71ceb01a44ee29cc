import fc from 'fast-check';
import { HEADING_LEVEL } from '#domain/narrative/schema.ts';
import type { JsonObject } from '#domain/values/json.ts';

const words = fc.stringMatching(/^[集群产业链0-9a-z .,，。é]{1,12}$/);
const marks = fc.uniqueArray(fc.constantFrom({ type: 'bold' }, { type: 'superscript' }, { type: 'subscript' }), { maxLength: 3 });
const text: fc.Arbitrary<JsonObject> = fc.record({ type: fc.constant('text'), text: words, marks });
/** Paths of figures, some of which no form has. */
export const paths = fc.constantFrom('/form/cluster/enterprises', '/form/cluster/output', '/form/cluster/marketShare', '/form/zone/name', '/form/no/such');
const reference: fc.Arbitrary<JsonObject> = paths.map((path) => ({ type: 'reference', attrs: { path } }));
const inline = fc.array(fc.oneof(text, reference, fc.constant<JsonObject>({ type: 'hardBreak' })), { maxLength: 4 });
const paragraph: fc.Arbitrary<JsonObject> = fc.record({
  type: fc.constant('paragraph'),
  attrs: fc.record({ role: fc.constantFrom('caption', 'note', null) }),
  content: inline,
});
const heading: fc.Arbitrary<JsonObject> = fc.record({ type: fc.constant('heading'), attrs: fc.constant({ level: HEADING_LEVEL }), content: inline });
const item: fc.Arbitrary<JsonObject> = fc.record({ type: fc.constant('listItem'), content: fc.array(paragraph, { minLength: 1, maxLength: 2 }) });
const list: fc.Arbitrary<JsonObject> = fc.record({
  type: fc.constantFrom('orderedList', 'bulletList'),
  content: fc.array(item, { minLength: 1, maxLength: 3 }),
});
const cell: fc.Arbitrary<JsonObject> = fc.record({
  type: fc.constantFrom('tableCell', 'tableHeader'),
  attrs: fc.record({ colspan: fc.integer({ min: 1, max: 3 }), rowspan: fc.integer({ min: 1, max: 3 }), colwidth: fc.constantFrom(null, [120]) }),
  content: fc.array(paragraph, { minLength: 1, maxLength: 2 }),
});
const row: fc.Arbitrary<JsonObject> = fc.record({ type: fc.constant('tableRow'), content: fc.array(cell, { maxLength: 3 }) });
const table: fc.Arbitrary<JsonObject> = fc.record({ type: fc.constant('table'), content: fc.array(row, { minLength: 1, maxLength: 3 }) });
const image: fc.Arbitrary<JsonObject> = fc.constant({ type: 'image', attrs: { file: 'f-1', alt: '', width: 100 } });

export const block = fc.oneof(paragraph, heading, list, table, image);
/** A section as an editor may hand it over, before it is brought into its normal form. */
export const section: fc.Arbitrary<JsonObject> = fc.record({ type: fc.constant('doc'), content: fc.array(block, { minLength: 1, maxLength: 5 }) });
