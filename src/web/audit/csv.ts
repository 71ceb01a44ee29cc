/**
 * Rows as CSV (RFC 4180) with a byte order mark, so that Excel reads it as UTF-8. What would begin a formula there stays text: somebody's
 * reason must not run on the auditor's machine.
 */
export function csvOf(rows: readonly (readonly string[])[]): string {
  return `\u{FEFF}${rows.map((row) => row.map(cell).join(',')).join('\r\n')}\r\n`;
}

function cell(text: string): string {
  const safe = /^[=+\-@\t\r]/.test(text) ? `'${text}` : text;
  return /[",\r\n]/.test(safe) ? `"${safe.replaceAll('"', '""')}"` : safe;
}
