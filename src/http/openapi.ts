import { z } from 'zod';
import type { Json, JsonObject } from '#domain/values/json.ts';
import type { Route } from './contract/define.ts';
import { errorReply, routes } from './contract/routes.ts';
import { json } from './contract/shapes.ts';
import { statusOf } from './errors.ts';

/** The contract as an OpenAPI 3.1 document. */
export function openApi(version: string): JsonObject {
  const paths: Record<string, Record<string, Json>> = {};
  for (const [name, route] of Object.entries<Route>(routes)) {
    const path = route.path.replaceAll(/:(\w+)/g, '{$1}');
    (paths[path] ??= {})[route.method.toLowerCase()] = operation(name, route);
  }
  return {
    openapi: '3.1.0',
    info: {
      title: 'Jiqun',
      version,
      description: 'Filing of innovative-industrial-cluster pilot plans. Refused requests answer with a code of a closed list.',
    },
    paths,
    components: {
      schemas: { Refused: { ...schemaOf(errorReply, 'output'), properties: refusedProperties() } },
      securitySchemes: { session: { type: 'apiKey', in: 'cookie', name: 'jiqun.session_token' } },
    },
  };
}

function operation(name: string, route: Route): JsonObject {
  const open = route.act === 'public.read' || route.act.startsWith('session.');
  return {
    operationId: name,
    summary: route.summary,
    'x-act': route.act,
    security: open ? [] : [{ session: [] }],
    parameters: [...parameters(route.params, 'path'), ...parameters(route.query, 'query'), ...(route.command === true ? [idempotencyKey] : [])],
    ...(route.body === undefined ? {} : { requestBody: { required: true, content: { 'application/json': { schema: schemaOf(route.body, 'input') } } } }),
    ...(route.upload === undefined ? {} : { requestBody: { required: true, content: { 'application/octet-stream': { schema: binary } } } }),
    responses: {
      200: {
        description: 'Done',
        content:
          route.file === undefined
            ? { 'application/json': { schema: schemaOf(route.reply ?? z.unknown(), 'output') } }
            : { [route.file === 'any' ? '*/*' : route.file]: { schema: binary } },
      },
      default: { description: 'Refused', content: { 'application/json': { schema: { $ref: '#/components/schemas/Refused' } } } },
    },
  };
}

const binary: JsonObject = { type: 'string', format: 'binary' };

const idempotencyKey: JsonObject = {
  name: 'Idempotency-Key',
  in: 'header',
  required: true,
  description: 'The same key gives the same reply; another body under the same key is refused.',
  schema: { type: 'string', minLength: 8, maxLength: 100 },
};

function parameters(schema: z.ZodType | undefined, place: 'path' | 'query'): readonly JsonObject[] {
  if (!(schema instanceof z.ZodObject)) return [];
  return Object.entries(schema.shape).map(([name, type]) => ({ name, in: place, required: place === 'path', schema: schemaOf(type as z.ZodType, 'output') }));
}

function refusedProperties(): JsonObject {
  return { code: { type: 'string', enum: Object.keys(statusOf) }, detail: { type: 'object', additionalProperties: {} } };
}

/** JSON Schema without its own `$defs`: those would point into the wrong document. Free JSON is the empty schema. */
function schemaOf(schema: z.ZodType, io: 'input' | 'output'): JsonObject {
  const made = z.toJSONSchema(schema, {
    io,
    override: ({ zodSchema, jsonSchema }) => {
      if (zodSchema === json) for (const key of Object.keys(jsonSchema)) delete (jsonSchema as Record<string, unknown>)[key];
    },
  });
  const { $schema: _schema, $defs: defs = {}, ...rest } = JSON.parse(JSON.stringify(made)) as JsonObject & { readonly $defs?: JsonObject };
  return inline(rest, defs) as JsonObject;
}

function inline(value: Json, defs: JsonObject): Json {
  if (Array.isArray(value)) return value.map((item: Json) => inline(item, defs));
  if (value === null || typeof value !== 'object') return value;
  const { $ref: ref, ...rest } = value as JsonObject;
  if (typeof ref === 'string' && ref.startsWith('#/$defs/')) return inline(defs[ref.slice('#/$defs/'.length)] ?? {}, defs);
  const kept = Object.entries(ref === undefined ? rest : (value as JsonObject));
  return Object.fromEntries(kept.map(([key, item]) => [key, inline(item, defs)]));
}
