import type { FrozenKind } from '#web/api/document-paths.ts';

/** Names of the papers, and of the links that open them. */
export const documents = {
  form: '申报表',
  nameOf: { plan: '试点方案', commitment: '承诺书' } satisfies Readonly<Record<FrozenKind, string>>,
  openFrozen: (name: string, pages: number) => `${name} PDF，${pages} 页`,
  digestOf: (name: string) => `${name} PDF 摘要（SM3）`,
  exportPdf: '导出 PDF',
} as const;
