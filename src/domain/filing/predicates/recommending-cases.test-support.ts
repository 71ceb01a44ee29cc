import type { Cases } from '#domain/filing/predicates/case.test-support.ts';

const names = { plan: '试点方案的意见', form: '申报表的意见' };
const slot = { kind: 'slotLeft', parameter: 'zonesPerCity' };
const signed = { kind: 'opinionsSigned', names };

export const recommendingCases: Cases = {
  slotLeft: {
    check: slot,
    sentence: '{city}已推荐{zone}',
    facts: { recommended: ['乙高新区'] },
    breaks: [
      [{}, '/zone 321200已推荐乙高新区'],
      [{ city: '321203' }, '/zone 高港区已推荐乙高新区'],
    ],
    holds: [],
  },
  'slotLeft: none given': { check: slot, sentence: '已推荐', facts: { recommended: [] }, breaks: [], holds: [{}] },
  'slotLeft: not looked up': { check: slot, sentence: '已推荐', breaks: [[{}, 'human /zone 看']], holds: [] },
  opinionsSigned: {
    check: signed,
    sentence: '还缺{part}',
    facts: { opinions: ['form'] },
    breaks: [[{}, ' 还缺试点方案的意见']],
    holds: [],
  },
  'opinionsSigned: none': { check: signed, sentence: '还缺{part}', facts: { opinions: [] }, breaks: [[{}, ' 还缺试点方案的意见、申报表的意见']], holds: [] },
  'opinionsSigned: both': { check: signed, sentence: '还缺{part}', facts: { opinions: ['form', 'plan'] }, breaks: [], holds: [{}] },
  'opinionsSigned: not looked up': { check: signed, sentence: '还缺{part}', breaks: [[{}, 'human  看']], holds: [] },
};
