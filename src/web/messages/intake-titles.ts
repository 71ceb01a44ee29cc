export const intakeTitles = { desk: '扫码受理', checks: '形式审查', mendings: '补正跟踪', register: '收件登记', results: '受理审签' } as const;
