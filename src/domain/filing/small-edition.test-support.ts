import { papers } from '#programmes/jiangsu-2022/papers.ts';
import type { FormDef } from '#domain/forms/definition.ts';
import type { PlanContent } from '#domain/filing/plan.ts';
import type { CheckDef, Edition, RuleDef } from '#domain/programme/edition.ts';

const form: FormDef = {
  key: 'form',
  title: '申报表',
  blocks: [
    {
      key: 'cluster',
      title: '集群',
      fields: [
        { key: 'name', kind: 'text', label: '集群名称', maxLength: 20 },
        { key: 'field', kind: 'code', list: 'industries', level: 2, label: '所属细分领域' },
        { key: 'level', kind: 'choice', label: '所处水平', options: ['国际先进', '国内领先', '其他'] },
        { key: 'output', kind: 'money', unit: 'yiYuan', label: '工业总产值（亿元）' },
        { key: 'patents', kind: 'count', unit: '件', label: '有效授权专利数（件）' },
        { key: 'inventions', kind: 'count', unit: '件', label: '其中：有效授权发明专利数（件）' },
        { key: 'share', kind: 'percent', places: 2, label: '占有率（%）', optional: true },
        { key: 'shareScope', kind: 'text', label: '口径', maxLength: 40, optional: true },
        { key: 'mobile', kind: 'text', label: '手机', format: 'mobile', maxLength: 11, optional: true },
        { key: 'code', kind: 'text', label: '代码', format: 'uscc', maxLength: 18, optional: true },
        { key: 'clear', kind: 'yesNo', label: '确认不涉密', optional: true },
      ],
    },
    {
      key: 'policy',
      title: '政策',
      fields: [
        { key: 'plan', kind: 'yesNo', label: '是否列入规划', proof: true },
        { key: 'planName', kind: 'text', label: '规划名称', maxLength: 40, visibleWhen: { field: 'plan', is: true } },
        { key: 'fund', kind: 'yesNo', label: '是否设立资金', proof: true },
        { key: 'fundAmount', kind: 'money', unit: 'yiYuan', label: '资金规模', visibleWhen: { field: 'fund', is: true } },
      ],
    },
    {
      key: 'chain',
      title: '产业链',
      fields: [
        { key: 'upName', kind: 'text', label: '上游段名', maxLength: 20, optional: true },
        {
          key: 'rows',
          kind: 'table',
          label: '产业链',
          rowKey: 'company',
          maxRows: 5,
          segments: { column: 'segment', names: { 上游: 'upName', 下游: 'downName' } },
          sample: { company: '×××有限公司', product: '××药' },
          columns: [
            { key: 'segment', kind: 'choice', label: '环节', options: ['上游', '下游'] },
            { key: 'company', kind: 'text', label: '企业名称', maxLength: 20 },
            { key: 'kind', kind: 'choice', label: '类型', options: ['领军企业', '中小企业'], optional: true },
            { key: 'revenue', kind: 'money', unit: 'wanYuan', label: '主营业务收入（万元）', optional: true },
            { key: 'product', kind: 'text', label: '产品', maxLength: 20, optional: true },
            { key: 'productRevenue', kind: 'money', unit: 'wanYuan', label: '产品销售收入（万元）', optional: true },
          ],
        },
      ],
    },
    {
      key: 'projects',
      title: '项目',
      fields: [{ key: 'groups', kind: 'choices', label: '产品群', options: ['技术相关', '功能相近', '市场同向'] }],
    },
  ],
};

const amounts = ['newTotal', 'province', 'zone', 'otherLocal', 'own', 'social'] as const;

const proposal: FormDef = {
  key: 'proposal',
  title: '项目申报书',
  blocks: [
    {
      key: 'summary',
      title: '概况',
      fields: [
        { key: 'applicant', kind: 'text', label: '申报单位', maxLength: 40 },
        { key: 'applicantCode', kind: 'text', label: '代码', format: 'uscc', maxLength: 18 },
        { key: 'location', kind: 'choice', label: '所在地', options: ['区内', '区外'] },
        { key: 'division', kind: 'code', list: 'divisions', label: '注册地' },
        { key: 'partners', kind: 'text', label: '参与单位', maxLength: 100, optional: true },
        { key: 'groups', kind: 'choices', label: '产品群', options: ['技术相关', '功能相近', '市场同向'] },
      ],
    },
    {
      key: 'money',
      title: '投入',
      fields: [
        { key: 'total', kind: 'money', unit: 'wanYuan', label: '项目总投入（万元）' },
        ...amounts.map((key) => ({ key, kind: 'money' as const, unit: 'wanYuan' as const, label: key })),
        {
          key: 'years',
          kind: 'table',
          label: '分年度',
          rowKey: 'year',
          maxRows: 2,
          fixed: { column: 'year', values: ['2022', '2023'] },
          columns: [
            { key: 'year', kind: 'text', label: '年度', maxLength: 4 },
            ...amounts.map((key) => ({ key, kind: 'money' as const, unit: 'wanYuan' as const, label: key })),
          ],
        },
      ],
    },
  ],
};

const commitment: FormDef = {
  key: 'commitment',
  title: '承诺书',
  blocks: [{ key: 'commitment', title: '承诺', fields: [{ key: 'organiser', kind: 'text', label: '承诺单位', maxLength: 40 }] }],
};

/** A must of the guide's form, judged at every moment that the tests use, unless told otherwise. */
export function rule(check: CheckDef, more: Partial<RuleDef> = {}): RuleDef {
  return { id: 'R99', clause: 'F', severity: 'must', moments: ['submit'], title: '标题', sentence: '错。', checks: [check], ...more };
}

/** A small edition of its own, with just these rules; no check reads its paper. */
export function smallEdition(...rules: readonly RuleDef[]): Edition {
  return {
    id: 'small',
    title: '小',
    year: 2022,
    fund: '专项',
    guide: { title: '指引', issuer: '厅', issued: '2022-01-20' },
    parameters: {
      zoneLevels: ['国家级'],
      minProjects: 2,
      zonesPerCity: 1,
      recommendPersons: 2,
      zonesPerField: 2,
      selectedPerGroup: 8,
      provinceCapFen: 500_000_000,
      matchRatio: { zone: 1, province: 1 },
      publicShare: { numerator: 1, denominator: 3 },
      termMonths: 42,
      copies: { plan: 10, form: 10, letter: 2 },
      sixOnes: 6,
      minJustification: 10,
      fieldLevel: 2,
      attachmentTypes: ['pdf'],
      maxAttachmentBytes: 1_048_576,
    },
    units: { wanYuan: '万元', yiYuan: '亿元', wanDollar: '万美元' },
    instants: { published: '2022-01-20', submitBy: '2022-03-25', recommendBy: '2022-03-25', paperBy: '2022-03-31' },
    clauses: [],
    duties: [],
    rules,
    forms: { form, proposal },
    papers,
    outline: [
      { key: '1', number: '一', title: '概况', sections: [{ key: '1-1', number: '1', title: '现状', hint: '' }] },
      { key: '2', number: '二', title: '保障', sections: [] },
    ],
    commitment: { title: '承诺书', opening: '', items: [], closing: '', signer: '', form: commitment },
    opinions: { plan: { title: '', statements: [] }, form: { title: '', statements: [] } },
    seals: [],
    formalItems: [],
    signOff: [{ key: 'handler', title: '经办' }],
    listed: [],
    listHeaders: { name: ['名称'], code: ['代码'], area: ['高新区'], number: ['专利号'] },
    codeLists: {
      industries: [
        { code: '4', name: '生物产业', level: 1 },
        { code: '4.1', name: '生物医药', level: 2, parent: '4' },
        { code: '4.1.1', name: '疫苗', level: 3, parent: '4.1' },
        { code: '5', name: '汽车', level: 1 },
        { code: '5.1', name: '整车', level: 2, parent: '5' },
      ],
      divisions: [
        { code: '321203', name: '高港区', level: 3 },
        { code: '330106', name: '西湖区', level: 3 },
      ],
    },
    zones: [
      { name: '甲高新区', level: '国家级', cityCode: '321200', industries: ['4.1.1'], sunan: true, source: '' },
      { name: '乙高新区', level: '省级', cityCode: '321200', industries: [], sunan: false, source: '' },
    ],
  };
}

export const emptyPlan: PlanContent = {
  edition: 'small',
  call: '2022',
  zone: '甲高新区',
  city: '321200',
  form: {},
  outline: {},
  commitment: {},
  projects: [],
  attachments: [],
};
