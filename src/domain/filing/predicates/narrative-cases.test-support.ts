import { type Cases, cluster } from '#domain/filing/predicates/case.test-support.ts';
import type { PlanContent } from '#domain/filing/plan.ts';
import type { JsonObject } from '#domain/values/json.ts';

const inline = (...content: JsonObject[]): Partial<PlanContent> => ({
  outline: { '1-1': { type: 'doc', content: [{ type: 'paragraph', content }] } },
});
const says = (text: string): Partial<PlanContent> => inline({ type: 'text', text });
const refers = (path: string): Partial<PlanContent> => inline({ type: 'reference', attrs: { path } });
const patents = cluster({ patents: 418 });

/** What is tried of the checks that read the narrative. */
export const narrativeCases: Cases = {
  statedFigures: {
    check: {
      kind: 'statedFigures',
      figures: [{ path: 'cluster.patents', cues: ['有效授权专利', '集群…专利总数'], unless: ['重点企业'] }],
      connectors: ['为', '共'],
      about: ['约'],
      over: ['超过'],
      notBefore: ['新增'],
      future: ['力争'],
      year: '年',
      scales: { 万: 10_000 },
      counts: ['个'],
      planned: ['2'],
    },
    sentence: '“{section}”写“{found}”，“{label}”为 {value}',
    breaks: [
      [{ ...patents, ...says('有效授权专利419件。') }, '/outline/1-1 “现状”写“有效授权专利419件”，“有效授权专利数”为 418 件'],
      [{ ...patents, ...says('2021年集群内专利总数共超过420个') }, '/outline/1-1 “现状”写“集群内专利总数共超过420个”，“有效授权专利数”为 418 件'],
    ],
    holds: [
      { ...patents, ...says('有效授权专利418件，约合有效授权专利约420件') },
      { ...patents, ...says('新增有效授权专利20件') },
      { ...patents, ...says('2019年有效授权专利20件') },
      { ...patents, ...says('力争有效授权专利900件') },
      { ...patents, ...says('重点企业有效授权专利20件') },
      { ...patents, outline: { '2': { type: 'doc', content: [{ type: 'paragraph', content: [{ type: 'text', text: '有效授权专利900件' }] }] } } },
      { ...patents, ...refers('/form/cluster/patents') },
    ],
    unjudged: [says('有效授权专利419件'), patents],
  },
  narrativeSound: {
    check: { kind: 'narrativeSound', unfilled: '“{section}”的“{label}”未填', badCharacter: '“{section}”有“{found}”' },
    sentence: '“{section}”引用了没有的数',
    breaks: [
      [refers('/form/cluster/gone'), '/outline/1-1 “现状”引用了没有的数'],
      [refers('/form/cluster/patents'), '/outline/1-1 “现状”的“有效授权专利数”未填'],
      [says('一\u{1f600}'), '/outline/1-1 “现状”有“\u{1f600}”'],
    ],
    holds: [{ ...patents, ...refers('/form/cluster/patents') }, says('文字'), {}],
  },
};
