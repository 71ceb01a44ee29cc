/**
 * 32 hex digits of chance: an idempotency key for one thing that a person does, or a name. Also where the page came over plain
 * http, where randomUUID is missing.
 */
export function freshKey(): string {
  return Array.from(crypto.getRandomValues(new Uint8Array(16)), (byte) => byte.toString(16).padStart(2, '0')).join('');
}
