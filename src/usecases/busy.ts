/** PostgreSQL's codes for "not now": lock or statement timed out, deadlock, serialization, no more connections, shutting down. */
const codes = new Set(['55P03', '57014', '40P01', '40001', '53300', '57P01', '57P02', '57P03', 'ECONNREFUSED', 'ECONNRESET']);

/** True where the database could not answer now, and asking again in a moment makes sense. */
export function isBusy(error: unknown): boolean {
  if (!(error instanceof Error)) return false;
  const { code } = error as Error & { code?: unknown };
  if (typeof code === 'string' && codes.has(code)) return true;
  return /timeout exceeded when trying to connect|Connection terminated/.test(error.message);
}
