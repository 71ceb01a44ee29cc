import { existsSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import fastifyStatic from '@fastify/static';
import type { FastifyInstance, FastifyReply } from 'fastify';
import { Refusal } from '#domain/values/refusal.ts';
import { makeNonce, pagePolicy, workerPolicy } from './security.ts';

/** What the built page holds where each answer's nonce goes. */
const placeholder = '__NONCE__';

/** True where the web app has been built into this folder. */
export function isBuilt(root: string): boolean {
  return existsSync(join(root, 'index.html'));
}

/**
 * Serves the built web app: hashed files for ever, the page for every address that is not the API's, so that the app's own
 * routes (and a scanned `/V/…`) can be opened directly.
 */
export async function registerWeb(app: FastifyInstance, root: string): Promise<void> {
  const page = readFileSync(join(root, 'index.html'), 'utf8');
  await app.register(fastifyStatic, {
    root,
    index: false,
    wildcard: false,
    preCompressed: true,
    globIgnore: ['**/index.html', '**/*.br', '**/*.gz'],
    cacheControl: false,
    // The files are small and kept whole; a range that none of them has would be an error.
    acceptRanges: false,
    setHeaders: (reply, path) => {
      if (/[\\/]code-worker-[^\\/]+\.js/.test(path)) reply.header('content-security-policy', workerPolicy);
      reply.header('cache-control', path.includes('/assets/') ? 'public, max-age=31536000, immutable' : 'public, max-age=3600');
    },
  });
  app.setNotFoundHandler((request, reply) => {
    const reading = request.method === 'GET' || request.method === 'HEAD';
    const forPage = reading && !request.url.startsWith('/api/') && request.url !== '/api' && !/\.\w{1,8}(\?|$)/.test(lastPart(request.url));
    if (!forPage) throw new Refusal('notFound');
    return sendPage(reply, page);
  });
}

function sendPage(reply: FastifyReply, page: string): FastifyReply {
  const nonce = makeNonce();
  return reply
    .header('content-security-policy', pagePolicy(nonce))
    .header('cache-control', 'no-store')
    .type('text/html; charset=utf-8')
    .send(page.replaceAll(placeholder, nonce));
}

function lastPart(url: string): string {
  return url.slice(url.lastIndexOf('/'));
}
