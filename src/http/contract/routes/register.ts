import { z } from 'zod';
import { route } from '#http/contract/define.ts';
import { digest, done, instant, zoneRow } from '#http/contract/shapes.ts';

const day = z.string().regex(/^\d{4}-\d{2}-\d{2}$/);
const zoneState = z.object({
  zone: z.string(),
  n: z.number().int(),
  content: zoneRow,
  since: z.string().nullable(),
  until: z.string().nullable(),
  reason: z.string(),
  /** Null where the edition's list was taken over. */
  person: z.string().nullable(),
  at: instant,
});
const text = z.string().trim().max(200);
const zoneEntry = z.object({
  base: z.number().int().nonnegative(),
  content: z.object({
    name: text.min(1),
    level: text.min(1),
    cityCode: text,
    countyCode: text.exactOptional(),
    industries: z.array(text).max(40),
    industryText: z.string().trim().max(500).exactOptional(),
    sunan: z.boolean(),
    source: text.min(1),
    note: z.string().trim().max(500).exactOptional(),
  }),
  since: day.nullable(),
  until: day.nullable(),
  reason: z.string().trim().min(1).max(500),
});
const kind = z.enum(['hiTech', 'techSme', 'patent']);
const column = z.enum(['name', 'code', 'area', 'number']);
const list = z.object({
  id: z.string(),
  kind,
  asOf: z.string(),
  source: z.string(),
  fileName: z.string(),
  rowCount: z.number().int(),
  hasArea: z.boolean(),
  person: z.string(),
  at: instant,
});

/** The zone register and official lists, kept by the province; what the lists say of a plan. */
export const registerRoutes = {
  zoneRegister: route({
    method: 'GET',
    path: '/api/register/zones',
    summary: 'Every zone as it stands',
    act: 'register.read',
    reply: z.object({ zones: z.array(zoneState), edition: digest.nullable(), levels: z.array(z.string()), mayEdit: z.boolean() }),
  }),
  zoneHistory: route({
    method: 'GET',
    path: '/api/register/zones/:zone',
    summary: 'Every state of one zone, newest first',
    act: 'register.read',
    params: z.object({ zone: z.string().max(100) }),
    reply: z.array(zoneState),
  }),
  addZone: route({
    method: 'POST',
    path: '/api/register/zones',
    summary: 'Add a zone',
    act: 'register.edit',
    body: zoneEntry,
    reply: z.object({ zone: z.string(), n: z.number().int() }),
    command: true,
  }),
  changeZone: route({
    method: 'PUT',
    path: '/api/register/zones/:zone',
    summary: "Write a zone's next state: name, level, industries, dates",
    act: 'register.edit',
    params: z.object({ zone: z.string().max(100) }),
    body: zoneEntry,
    reply: z.object({ zone: z.string(), n: z.number().int() }),
    command: true,
  }),
  fillRegister: route({
    method: 'POST',
    path: '/api/register/fill',
    summary: "Take over the zones of the edition's list that the register has never had",
    act: 'register.edit',
    body: z.object({}),
    reply: done,
    command: true,
  }),
  officialLists: route({
    method: 'GET',
    path: '/api/register/lists',
    summary: 'Official lists that were imported; the newest of a kind answers',
    act: 'register.read',
    reply: z.object({ lists: z.array(list), mayImport: z.boolean() }),
  }),
  officialList: route({
    method: 'GET',
    path: '/api/register/lists/:list',
    summary: 'A page of an official list, searched by name, code, zone or number',
    act: 'register.read',
    params: z.object({ list: z.string().max(100) }),
    query: z.object({ text: z.string().max(100).default(''), from: z.coerce.number().int().nonnegative().default(0) }),
    reply: z.object({
      list,
      total: z.number().int(),
      rows: z.array(
        z.object({ n: z.number().int(), name: z.string(), code: z.string().nullable(), area: z.string().nullable(), number: z.string().nullable() }),
      ),
    }),
  }),
  importList: route({
    method: 'POST',
    path: '/api/register/lists',
    summary: 'Import an official list from .xlsx; bad cells are named, and nothing is kept unless `partly` says so',
    act: 'register.import',
    query: z.object({
      kind,
      asOf: day,
      source: z.string().trim().min(1).max(200),
      fileName: z.string().min(1).max(200),
      partly: z.enum(['yes', 'no']).default('no'),
    }),
    upload: 20 * 1_048_576,
    reply: z.object({
      /** Null where nothing was kept. */
      list: z.string().nullable(),
      rows: z.number().int(),
      faultCount: z.number().int(),
      faults: z.array(
        z.object({
          cell: z.string().nullable(),
          column,
          fault: z.enum(['noColumn', 'missing', 'badCode', 'badNumber', 'twice', 'tooLong', 'formula']),
          text: z.string(),
        }),
      ),
    }),
    command: true,
  }),
  marks: route({
    method: 'GET',
    path: '/api/plans/:plan/marks',
    summary: "What official lists say of a plan's answers: confirmed, contradicted, unknown",
    act: 'plan.marks',
    params: z.object({ plan: z.string() }),
    reply: z.array(
      z.object({
        path: z.string(),
        mark: z.enum(['confirmed', 'contradicted', 'unknown']),
        list: kind,
        asOf: z.string().nullable(),
        source: z.string().nullable(),
        /** Of a count: what the list counts. */
        counted: z.number().int().nullable(),
        /** Of a patent: whose it is. */
        holder: z.string().nullable(),
      }),
    ),
  }),
} as const;
