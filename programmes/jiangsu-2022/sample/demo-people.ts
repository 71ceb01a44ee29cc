/** 演示: organisations and accounts of every role. The public bodies are real, the people and the company are fictitious. */
interface DemoOrganisation {
  readonly kind: 'province' | 'intake' | 'city' | 'zone' | 'local' | 'company' | 'expert' | 'auditor' | 'admin';
  readonly name: string;
  readonly cityCode?: string;
  readonly uscc?: string;
  readonly people: readonly DemoPerson[];
}

interface DemoPerson {
  readonly username: string;
  readonly name: string;
  /** What this person may do: `submit` includes `write`. */
  readonly right: 'read' | 'write' | 'submit';
}

/** The instant at which the demonstration begins: call open, two weeks before its deadline. */
export const demoInstant = '2022-03-11T14:32:00+08:00';

/** One password for everybody, printed at the start. */
export const demoPassword = 'jiqun-demo-2022';

export const demoOrganisations: readonly DemoOrganisation[] = [
  {
    kind: 'zone',
    name: '泰州医药高新技术产业开发区',
    cityCode: '321200',
    people: [
      { username: 'taizhou', name: '薛映川', right: 'submit' },
      { username: 'taizhou.writer', name: '顾知夏', right: 'write' },
    ],
  },
  { kind: 'city', name: '泰州市科学技术局', cityCode: '321200', people: [{ username: 'taizhou.city', name: '沈望舒', right: 'submit' }] },
  { kind: 'zone', name: '常州高新技术产业开发区', cityCode: '320400', people: [{ username: 'changzhou', name: '乔以安', right: 'submit' }] },
  { kind: 'city', name: '常州市科学技术局', cityCode: '320400', people: [{ username: 'changzhou.city', name: '陆听澜', right: 'submit' }] },
  { kind: 'zone', name: '南通高新技术产业开发区', cityCode: '320600', people: [{ username: 'nantong', name: '季云舒', right: 'submit' }] },
  { kind: 'city', name: '南通市科学技术局', cityCode: '320600', people: [{ username: 'nantong.city', name: '严既白', right: 'submit' }] },
  { kind: 'province', name: '江苏省科学技术厅', people: [{ username: 'province', name: '程执中', right: 'submit' }] },
  { kind: 'intake', name: '省科技计划项目受理服务中心', people: [{ username: 'intake', name: '夏清和', right: 'submit' }] },
  { kind: 'local', name: '昆山市科学技术局', cityCode: '320500', people: [{ username: 'kunshan', name: '苏怀瑾', right: 'submit' }] },
  {
    kind: 'company',
    name: '江苏沐衡泰生物制药股份有限公司',
    cityCode: '321200',
    uscc: '91321203TXT001138Y',
    people: [{ username: 'company', name: '江远舟', right: 'submit' }],
  },
  { kind: 'expert', name: '评审专家（演示）', people: [{ username: 'expert', name: '林见微', right: 'read' }] },
  { kind: 'auditor', name: '审计人员（演示）', people: [{ username: 'auditor', name: '方守正', right: 'read' }] },
  { kind: 'admin', name: '系统管理（演示）', people: [{ username: 'admin', name: '周行简', right: 'read' }] },
];
