export const places = {
  form: '申报表',
  commitment: '承诺书',
  outline: '方案正文',
  projects: '试点项目',
  attachments: '佐证材料',
  plan: '整个方案',
  project: (n: number) => `项目 ${n}`,
  row: (table: string, n: number, column: string | undefined) => (column ? `${table}第 ${n} 行“${column}”` : `${table}第 ${n} 行`),
} as const;
