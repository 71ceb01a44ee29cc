const uuid = /^[0-9a-f]{8}-(?:[0-9a-f]{4}-){3}[0-9a-f]{12}$/;

/** Whether text from outside can be the id of a row: anything else belongs to no row, and would be refused by the database. */
export function isId(text: string): boolean {
  return uuid.test(text);
}
