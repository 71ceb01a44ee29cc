/** 演示: organisations and accounts of every role. The public bodies are real, the people and the company are fictitious. */
interface DemoOrganisation {
  readonly kind: 'province' | 'intake' | 'city' | 'zone' | 'local' | 'company' | 'institute' | 'expert' | 'auditor' | 'admin';
  readonly name: string;
  readonly cityCode?: string;
  readonly uscc?: string;
  /** Name of the organisation that activated it; the province where absent. */
  readonly keeper?: string;
  readonly people: readonly DemoPerson[];
}

interface DemoPerson {
  readonly username: string;
  readonly name: string;
  /** What this person may do: `submit` includes `write`, and managing the organisation's people. */
  readonly right: 'read' | 'write' | 'submit';
  /** Level of the edition's sign-off at which this person signs a call. */
  readonly signs?: string;
  readonly adminRole?: 'system' | 'security' | 'audit';
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
  {
    kind: 'city',
    name: '泰州市科学技术局',
    cityCode: '321200',
    people: [
      { username: 'taizhou.city2', name: '季青禾', right: 'write' },
      { username: 'taizhou.city', name: '沈望舒', right: 'submit' },
    ],
  },
  { kind: 'zone', name: '常州高新技术产业开发区', cityCode: '320400', people: [{ username: 'changzhou', name: '乔以安', right: 'submit' }] },
  { kind: 'city', name: '常州市科学技术局', cityCode: '320400', people: [{ username: 'changzhou.city', name: '陆听澜', right: 'submit' }] },
  { kind: 'zone', name: '南通高新技术产业开发区', cityCode: '320600', people: [{ username: 'nantong', name: '季云舒', right: 'submit' }] },
  { kind: 'city', name: '南通市科学技术局', cityCode: '320600', people: [{ username: 'nantong.city', name: '严既白', right: 'submit' }] },
  { kind: 'zone', name: '无锡高新技术产业开发区', cityCode: '320200', people: [{ username: 'wuxi', name: '段云归', right: 'submit' }] },
  { kind: 'zone', name: '江阴高新技术产业开发区', cityCode: '320200', people: [{ username: 'jiangyin', name: '水清扬', right: 'submit' }] },
  {
    kind: 'city',
    name: '无锡市科学技术局',
    cityCode: '320200',
    people: [
      { username: 'wuxi.city2', name: '陆一鸣', right: 'write' },
      { username: 'wuxi.city', name: '周映岚', right: 'submit' },
    ],
  },
  { kind: 'zone', name: '徐州高新技术产业开发区', cityCode: '320300', people: [{ username: 'xuzhou', name: '向北辰', right: 'submit' }] },
  { kind: 'city', name: '徐州市科学技术局', cityCode: '320300', people: [{ username: 'xuzhou.city', name: '鲁思远', right: 'submit' }] },
  { kind: 'zone', name: '盐城高新技术产业开发区', cityCode: '320900', people: [{ username: 'yancheng', name: '洪海澜', right: 'submit' }] },
  { kind: 'city', name: '盐城市科学技术局', cityCode: '320900', people: [{ username: 'yancheng.city', name: '卞如松', right: 'submit' }] },
  {
    kind: 'province',
    name: '江苏省科学技术厅',
    people: [
      { username: 'province', name: '程执中', right: 'submit', signs: 'handler' },
      { username: 'province2', name: '温知礼', right: 'submit', signs: 'head' },
      { username: 'province3', name: '崔伯衡', right: 'submit', signs: 'leader' },
    ],
  },
  { kind: 'intake', name: '省科技计划项目受理服务中心', people: [{ username: 'intake', name: '夏清和', right: 'submit' }] },
  { kind: 'local', name: '昆山市科学技术局', cityCode: '320500', people: [{ username: 'kunshan', name: '苏怀瑾', right: 'submit' }] },
  {
    kind: 'company',
    name: '江苏沐衡泰生物制药股份有限公司',
    cityCode: '321200',
    uscc: '91321203TXT001138Y',
    keeper: '泰州医药高新技术产业开发区',
    people: [
      { username: 'company', name: '江远舟', right: 'submit' },
      { username: 'company.writer', name: '秦书白', right: 'write' },
    ],
  },
  { kind: 'local', name: '南京市浦口区科学技术局', cityCode: '320100', people: [{ username: 'pukou', name: '韩与墨', right: 'submit' }] },
  {
    kind: 'company',
    name: '昆山汐核生物科技有限公司',
    cityCode: '320500',
    uscc: '91320583TXT0020268',
    keeper: '昆山市科学技术局',
    people: [{ username: 'kunshan.company', name: '宋知微', right: 'submit' }],
  },
  {
    kind: 'company',
    name: '南京苁屿佐剂科技有限公司',
    cityCode: '320100',
    uscc: '91320111TXT002018F',
    keeper: '南京市浦口区科学技术局',
    people: [{ username: 'nanjing.company', name: '许临川', right: 'submit' }],
  },
  {
    kind: 'company',
    name: '常州炽曜光伏材料有限公司',
    cityCode: '320400',
    uscc: '91320411TXT0030173',
    keeper: '常州高新技术产业开发区',
    people: [{ username: 'changzhou.company', name: '裴照野', right: 'submit' }],
  },
  {
    kind: 'institute',
    name: '泰州演示生物医药研究院',
    cityCode: '321200',
    keeper: '泰州医药高新技术产业开发区',
    people: [{ username: 'institute', name: '孟听雨', right: 'submit' }],
  },
  { kind: 'expert', name: '评审专家（演示）', people: [{ username: 'expert', name: '林见微', right: 'read' }] },
  { kind: 'auditor', name: '审计人员（演示）', people: [{ username: 'auditor', name: '方守正', right: 'read' }] },
  {
    kind: 'admin',
    name: '系统管理（演示）',
    people: [
      { username: 'admin', name: '周行简', right: 'read', adminRole: 'system' },
      { username: 'security', name: '温守拙', right: 'read', adminRole: 'security' },
      { username: 'audit', name: '纪存真', right: 'read', adminRole: 'audit' },
    ],
  },
];
