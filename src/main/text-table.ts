/** Columns lined up in a terminal, where a Chinese character is two cells wide. */
export function textTable(rows: readonly (readonly string[])[]): string {
  const widths = (rows[0] ?? []).map((_, column) => Math.max(...rows.map((row) => cells(row[column] ?? ''))));
  const line = (row: readonly string[]): string => row.map((text, column) => text + ' '.repeat((widths[column] ?? 0) - cells(text))).join('  ');
  return rows.map((row) => `  ${line(row).trimEnd()}`).join('\n');
}

function cells(text: string): number {
  const wide = text.match(/[\u1100-\u115f\u2e80-\ua4cf\uac00-\ud7a3\uf900-\ufaff\ufe30-\ufe6f\uff00-\uff60\uffe0-\uffe6]/g)?.length ?? 0;
  return text.length + wide;
}
