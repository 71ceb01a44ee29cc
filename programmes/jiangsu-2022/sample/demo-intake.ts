import type { PlanContent } from '#domain/filing/plan.ts';
import { type Candidate, toldOf } from './demo-candidates.ts';

/** 演示: two zones whose cities have recommended them. The first one's paper is still to come, the second one's is being checked. Fictitious. */
const xuzhou: Candidate = {
  zone: '徐州高新技术产业开发区',
  short: '徐州高新区',
  place: '徐州',
  division: '320312',
  code: 'TXU',
  city: { code: '320300', name: '徐州市' },
};
const yancheng: Candidate = {
  zone: '盐城高新技术产业开发区',
  short: '盐城高新区',
  place: '盐城',
  division: '320903',
  code: 'TXY',
  city: { code: '320900', name: '盐城市' },
};

export const demoIntake = {
  awaiting: { zone: `zone ${xuzhou.zone}`, city: 'city 320300', documentNumber: '徐科函〔2022〕5号' },
  checking: { zone: `zone ${yancheng.zone}`, city: 'city 320900', documentNumber: '盐科函〔2022〕3号' },
  handed: { by: '洪海澜', courier: '顺丰速运', tracking: 'SF1029384756', remark: '欠交试点方案 1 份。' },
  looked: { item: 'sealsOfPaper', note: '' },
} as const;

export function demoRecommended(sample: PlanContent): readonly PlanContent[] {
  return [toldOf(sample, xuzhou), toldOf(sample, yancheng)];
}
