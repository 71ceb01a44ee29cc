import { z } from 'zod';
import { documentPapers } from './document-papers-schema.ts';
import { formSchema } from './form-schema.ts';
import { paperSchema } from './paper-schema.ts';
import { type Edition, formalJudges, listKinds } from './edition.ts';

const name = z.string().min(1);
const count = z.int().positive();
const instant = z.iso.datetime({ offset: true });
const moment = z.enum(['edit', 'submit', 'recommend', 'intake', 'appraisal', 'selection', 'award', 'contract', 'delivery', 'completion']);
const signer = z.enum(['organiser', 'zone', 'city']);
const opinion = z.strictObject({ title: name, statements: z.array(name).min(1) });

const parameters = z
  .object({
    zoneLevels: z.array(name).min(1),
    minProjects: count,
    zonesPerCity: count,
    recommendPersons: count,
    zonesPerField: count,
    selectedPerGroup: count,
    provinceCapFen: count,
    matchRatio: z.strictObject({ zone: count, province: count }),
    publicShare: z.strictObject({ numerator: count, denominator: count }),
    termMonths: count,
    copies: z.strictObject({ plan: count, form: count, letter: count }),
    sixOnes: count,
    minJustification: count,
    fieldLevel: count,
  })
  .catchall(z.json());

const duty = z.strictObject({
  id: name,
  clause: name,
  modality: z.enum(['must', 'mustNot', 'limit', 'principle', 'priority', 'encourage', 'reference']),
  word: name,
  covers: z.exactOptional(z.int().min(0)),
  who: name,
  text: name,
  reading: z.exactOptional(z.strictObject({ text: name, settledBy: name, ambiguity: z.exactOptional(name) })),
  carriedBy: z.array(
    z.union([
      z.strictObject({ rule: name }),
      z.strictObject({ field: name }),
      z.strictObject({ step: name }),
      z.strictObject({ human: name, at: moment }),
      z.strictObject({ parameter: name }),
    ]),
  ),
  none: z.exactOptional(name),
});

const rule = z.strictObject({
  id: name,
  clause: name,
  severity: z.enum(['must', 'principle', 'confirm', 'human', 'flag']),
  moments: z.array(moment).min(1),
  title: name,
  sentence: name,
  off: z.exactOptional(z.literal(true)),
  parameters: z.exactOptional(z.array(name)),
  duties: z.exactOptional(z.array(name)),
  checks: z.array(z.object({ kind: name }).catchall(z.json())),
  guard: z.exactOptional(name),
  look: z.exactOptional(name),
});

const headers = z.array(name).min(1);
const list = z.enum(listKinds);
const listedClaim = z.union([
  z.strictObject({ list, count: name }),
  z.strictObject({ list, table: name, yesNo: name, company: name, code: z.exactOptional(name) }),
  z.strictObject({ list, table: name, number: name }),
]);

const formalItem = z.strictObject({
  key: z.string().regex(/^[a-z][A-Za-z0-9]*$/),
  clause: name,
  title: name,
  auto: z.exactOptional(z.enum(formalJudges)),
  rules: z.exactOptional(z.array(name).min(1)),
  evidence: z.exactOptional(z.strictObject({ met: name, excused: z.exactOptional(name), broken: z.exactOptional(name), open: z.exactOptional(name) })),
  look: z.exactOptional(name),
});

const codeItem = z.strictObject({ code: name, name, level: count, parent: z.exactOptional(name) });

const zone = z.strictObject({
  name,
  level: name,
  cityCode: name,
  countyCode: z.exactOptional(name),
  industries: z.array(name),
  industryText: z.exactOptional(name),
  sunan: z.boolean(),
  source: name,
  note: z.exactOptional(name),
});

/** The shape of an edition; what its parts say of each other is checked by `references/`. Unknown keys are faults: a misspelt one would do nothing, in silence. */
export const editionSchema = z.strictObject({
  id: z.string().regex(/^[a-z0-9]+(-[a-z0-9]+)*$/),
  title: name,
  year: z.int().min(2000).max(9999),
  fund: name,
  guide: z.strictObject({ title: name, issuer: name, issued: z.iso.date() }),
  parameters,
  units: z.strictObject({ wanYuan: name, yiYuan: name, wanDollar: name }),
  instants: z.strictObject({ published: instant, submitBy: instant, recommendBy: instant, paperBy: instant }),
  clauses: z.array(z.strictObject({ id: name, cite: name, title: name })).min(1),
  duties: z.array(duty).min(1),
  rules: z.array(rule).min(1),
  forms: z.strictObject({ form: formSchema, proposal: formSchema }),
  papers: z.strictObject({ form: paperSchema, ...documentPapers }),
  outline: z
    .array(
      z.strictObject({
        key: name,
        number: name,
        title: name,
        hint: z.exactOptional(name),
        sections: z.array(z.strictObject({ key: name, number: name, title: name, hint: name })),
      }),
    )
    .min(1),
  projectEntries: z.exactOptional(
    z.strictObject({
      section: name,
      groupBy: name,
      groupTitle: name,
      noGroup: name,
      title: name,
      items: z.array(z.strictObject({ label: name, sentences: z.array(name).min(1) })).min(1),
    }),
  ),
  commitment: z.strictObject({
    title: name,
    opening: name,
    items: z.array(z.strictObject({ id: name, text: name })).min(1),
    closing: name,
    signer: name,
    form: formSchema,
  }),
  opinions: z.strictObject({ plan: opinion, form: opinion }),
  seals: z.array(z.strictObject({ key: name, title: name, signer })),
  formalItems: z.array(formalItem),
  signOff: z.array(z.strictObject({ key: name, title: name })).min(1),
  listed: z.array(listedClaim),
  listHeaders: z.strictObject({ name: headers, code: headers, area: headers, number: headers }),
  codeLists: z.record(z.string(), z.array(codeItem).min(1)),
  zones: z.array(zone).min(1),
}) satisfies z.ZodType<Edition>;
