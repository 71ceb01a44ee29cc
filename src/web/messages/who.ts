/** Whose turn it is. */
export const who = {
  zone: '本区',
  person: (name: string) => `${name}（本区）`,
  /** The zone has it: to return it, or to take it. */
  zoneFor: (company: string) => `本区（${company}已提交）`,
} as const;
