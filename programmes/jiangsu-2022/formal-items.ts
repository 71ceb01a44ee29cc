import type { FormalItem } from '#domain/programme/edition.ts';

/** 形式审查: what the file answers by itself, then what a person looks at on the paper. */
export const formalItems = [
  {
    key: 'online',
    clause: 'G4.2',
    title: '网上报送、推荐早于截止',
    auto: 'online',
    evidence: {
      met: '报送 {filedAt}，截止 {submitBy}；推荐 {recommendedAt}，截止 {recommendBy}。',
      broken: '报送 {filedAt}，截止 {submitBy}；推荐 {recommendedAt}，截止 {recommendBy}。逾期不予受理。',
    },
  },
  {
    key: 'version',
    clause: 'G4.2',
    title: '市科技局推荐的是现行版本',
    auto: 'version',
    evidence: {
      met: '推荐的是第 {version} 版，与网上现行版本一致。',
      open: '现行第 {version} 版是补正后的，市科技局确认的还是第 {confirmed} 版。',
      broken: '没有找到市科技局对这份材料的推荐。',
    },
  },
  {
    key: 'paperInTime',
    clause: 'G4.3',
    title: '书面材料在截止之前签收',
    auto: 'paper',
    evidence: {
      met: '签收 {stampedAt}，截止 {paperBy}。',
      open: '现行版本的书面材料还没有签收，截止 {paperBy}。',
      broken: '签收 {stampedAt}，晚于截止 {paperBy}，逾期不予受理。',
    },
  },
  {
    key: 'copies',
    clause: 'G4.3',
    title: '书面材料份数齐备',
    auto: 'copies',
    evidence: {
      met: '已收试点方案 {plan} 份、申报表 {form} 份、推荐函 {letter} 份。',
      open: '已收试点方案 {plan} 份、申报表 {form} 份、推荐函 {letter} 份，还没有交齐。',
    },
  },
  {
    key: 'projects',
    clause: 'G3.2',
    title: '试点项目不少于 {param:minProjects} 个，各有申报书',
    auto: 'projects',
    evidence: { met: '{n} 个，均有项目申报书。', broken: '{n} 个，至少 {min} 个；缺申报书的 {missing} 个。' },
  },
  {
    key: 'oneACity',
    clause: 'G3.2',
    title: '设区市推荐不超过 {param:zonesPerCity} 家',
    auto: 'oneACity',
    evidence: { met: '{city}本年度推荐：{zones}。', broken: '{city}本年度推荐了 {n} 家：{zones}。' },
  },
  {
    key: 'money',
    clause: 'G3.5',
    title: '联合出资 1:1、三分之一与资助上限',
    auto: 'rules',
    rules: ['R39', 'R40', 'R41'],
    evidence: { met: '{projects} 个项目逐项通过。', excused: '{n} 处超出，均附例外说明。', broken: '{open} 处不符合。' },
  },
  {
    key: 'sixOnes',
    clause: 'G2.4',
    title: '“六个一”工作体系',
    auto: 'rules',
    rules: ['R15'],
    evidence: { met: '六项齐备。', excused: '未齐，附例外说明 {n} 份。', broken: '未齐，没有例外说明。' },
  },
  {
    key: 'agreement',
    clause: 'F',
    title: '申报表、方案、项目申报书一致',
    auto: 'rules',
    rules: ['R25'],
    evidence: { met: '项目栏由项目申报书带入，各处金额一致。', broken: '{open} 处不一致。' },
  },
  {
    key: 'proofs',
    clause: 'F29',
    title: '佐证材料齐备',
    auto: 'proofs',
    rules: ['R16c'],
    evidence: {
      met: '已报送附件 {files} 个，应附的都在。',
      excused: '已报送附件 {files} 个；{n} 处没有附证明，填报单位核对无误。',
      broken: '已报送附件 {files} 个，还缺 {missing} 处。',
    },
  },
  {
    key: 'scan',
    clause: 'G4.1',
    title: '盖章件扫描件齐全，与报送版本一致',
    auto: 'scan',
    evidence: {
      met: '逐页识别 {pages} 页：页码齐全、次序正确，均为现行版本；其中人工指认 {told} 页。',
      open: '还没有上传盖章件扫描件，或正在识别。',
      broken: '扫描件有缺页、错页或别的版本，详见扫描核对。',
    },
  },
  { key: 'sealsOfPaper', clause: 'G4.3', title: '试点方案、申报表盖章齐全', look: '试点方案签章页、申报表封面和意见栏的公章齐全、清晰。' },
  { key: 'sealOfLetter', clause: 'G4.3', title: '推荐函盖章、文号清楚', look: '推荐函有设区市科技局公章，文号与推荐记录一致。' },
  { key: 'sealOfCommitment', clause: 'G4.1', title: '承诺书有管委会公章和日期', look: '承诺书盖高新区管委会公章，手写日期完整。' },
  { key: 'sameText', clause: 'G4.2', title: '书面内容逐页与网上一致', look: '抽看各页，没有手改、换页；页首版本号都是现行版本。' },
] as const satisfies readonly FormalItem[];
