import type { PlanContent } from '#domain/filing/plan.ts';
import { type Candidate, toldOf } from './demo-candidates.ts';

/** 演示: two zones whose cities have recommended them. The first one's paper is still to come, the second one's is being checked. Fictitious. */
const xuzhou: Candidate = {
  zone: '徐州高新技术产业开发区',
  short: '徐州高新区',
  place: '徐州',
  division: '320312',
  code: 'TXU',
  seat: { address: '江苏省徐州市铜山区演示路3号', postcode: '221116', dial: '0516', contact: '向北辰' },
  lies: '江苏省北部的徐州市',
  sign: '徐',
  city: { code: '320300', name: '徐州市' },
};
const yancheng: Candidate = {
  zone: '盐城高新技术产业开发区',
  short: '盐城高新区',
  place: '盐城',
  division: '320903',
  code: 'TXY',
  seat: { address: '江苏省盐城市盐都区演示路4号', postcode: '224055', dial: '0515', contact: '洪海澜' },
  lies: '江苏省东部沿海的盐城市',
  sign: '盐',
  registered: '新型电子元器件及设备制造',
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
