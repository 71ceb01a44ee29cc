import { randomBytes } from 'node:crypto';
import type { FastifyRequest } from 'fastify';
import { Refusal } from '#domain/values/refusal.ts';

/** A fresh nonce for one page. */
export function makeNonce(): string {
  return randomBytes(16).toString('base64');
}

/** Policy of the web app's page: only what carries this answer's nonce may style or run. */
export function pagePolicy(nonce: string): string {
  return [
    "default-src 'self'",
    `script-src 'self' 'nonce-${nonce}'`,
    `style-src 'self' 'nonce-${nonce}'`,
    "img-src 'self' data: blob:",
    "connect-src 'self'",
    "object-src 'none'",
    "base-uri 'none'",
    "form-action 'self'",
    "frame-ancestors 'none'",
  ].join('; ');
}

/** Policy of the one script that runs WebAssembly, a worker that reads codes off pictures: a worker has the policy of its own answer, not its page's. */
export const workerPolicy = "default-src 'none'; script-src 'self' 'wasm-unsafe-eval'; connect-src 'self'";

/** Policy of everything that is not a page: data runs nothing. */
export const dataPolicy = "default-src 'none'; frame-ancestors 'none'";

/** A PDF may be shown beside the form by our own page. */
export const filePolicy = "default-src 'none'; style-src 'unsafe-inline'; object-src 'self'; frame-ancestors 'self'";

/** What people uploaded: shown as a picture or saved, and nothing else. */
export const uploadPolicy = "default-src 'none'; frame-ancestors 'none'; sandbox";

/** Sent with every answer. */
export const securityHeaders: Readonly<Record<string, string>> = {
  'x-content-type-options': 'nosniff',
  'referrer-policy': 'same-origin',
  'cross-origin-opener-policy': 'same-origin',
  'cross-origin-resource-policy': 'same-origin',
  'permissions-policy': 'camera=(), microphone=(), geolocation=(), payment=()',
};

const harmless = new Set(['GET', 'HEAD', 'OPTIONS']);

/**
 * Refuses a changing request that another site's page made. Browsers say where a request comes from in Sec-Fetch-Site and Origin;
 * a program that sends neither has no one's cookies to misuse.
 */
export function refuseForeign(request: FastifyRequest, publicOrigin: string | undefined): void {
  if (harmless.has(request.method)) return;
  const site = request.headers['sec-fetch-site'];
  const origin = request.headers.origin;
  if (site !== undefined && site !== 'same-origin') throw new Refusal('notAllowed', { reason: 'origin' });
  if (origin === undefined || origin === publicOrigin) return;
  if (!URL.canParse(origin) || new URL(origin).host !== request.host) throw new Refusal('notAllowed', { reason: 'origin' });
}
