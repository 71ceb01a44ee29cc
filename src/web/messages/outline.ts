/** Words of the narrative's page, its editor, its merge view and its paste. */
export const outlinePage = {
  title: '试点方案正文',
  contents: '方案正文目录',
  sections: (done: number, all: number): string => `${done}/${all} 节`,
  words: (count: number): string => `${count.toLocaleString('zh-CN')} 字`,
  total: (count: number): string => `共 ${count.toLocaleString('zh-CN')} 字`,
  count: (count: number): string => `本节 ${count.toLocaleString('zh-CN')} 字（汉字和连续的西文、数字串各计一字，标点不计）`,
  chapter: (number: string, title: string): string => `${number}、${title}`,
  section: (number: string, title: string): string => `${number}．${title}`,
  hint: '指南提示',
  previous: '上一节',
  next: '下一节',
  toForm: '去申报表',
  opening: '正在打开编辑器',
  restored: '知道了',
  readOnly: '材料已经报送，只能查看。需要修改的，请先撤回。',
  problems: '本节要处理的',
  toFormField: '看申报表这一栏',
} as const;

export const entriesText = {
  title: '项目条目',
  carried: '由项目申报书带入',
  note: '以下条目按目标产品群从各项目申报书带入，随申报书更新，打印在本节正文之后。要改内容，请改项目申报书。',
  open: '打开项目申报书',
  openOf: (title: string): string => `打开项目申报书：${title}`,
  none: '还没有试点项目。添加项目并填写项目申报书后，条目会列在这里。',
  toProjects: '去添加项目',
  empty: '申报书未填',
} as const;

export const editorText = {
  toolbar: '正文工具',
  area: (title: string): string => `${title}正文`,
  paragraph: '段落',
  heading: '小标题',
  caption: '表题',
  note: '表注',
  style: '段落样式',
  ordered: '编号列表',
  bullet: '项目列表',
  bold: '粗体',
  superscript: '上标',
  subscript: '下标',
  table: '表格',
  image: '图片',
  figure: '插入申报表数据',
  find: '查找替换',
  undo: '撤销',
  redo: '重做',
  tableTools: '表格工具',
  rowAbove: '上方插行',
  rowBelow: '下方插行',
  deleteRow: '删行',
  columnLeft: '左侧插列',
  columnRight: '右侧插列',
  deleteColumn: '删列',
  merge: '合并单元格',
  split: '拆分单元格',
  headerRow: '表头行',
  deleteTable: '删表格',
  keys: 'Ctrl+B 粗体，Ctrl+Z 撤销，Ctrl+F 查找替换，Alt+F10 到工具栏；表格里 Tab 到下一格，拖选几格后合并',
  phone: '手机可查看正文，编辑请在电脑上进行。',
} as const;

export const tableDialog = { title: '插入表格', rows: '行数', columns: '列数', header: '第一行作表头', go: '插入表格', cancel: '不插入' } as const;

export const figureDialog = {
  title: '插入申报表数据',
  about: '插入的数随申报表变动，正文不必再改。',
  search: '查找栏目',
  list: '申报表栏目',
  none: '没有这样的栏目，换个词再试。',
  unfilled: '未填',
  insert: '插入',
  insertOf: (label: string): string => `插入 ${label}`,
  close: '不插入',
  gone: '申报表里没有这一栏',
  chip: (block: string, label: string): string => `${block}：${label}（随申报表变动）`,
  unfilledChip: (block: string, label: string): string => `${block}：${label}（申报表未填）`,
} as const;

export const imageDialog = {
  title: '插入图片',
  file: '选择图片（PNG 或 JPEG）',
  alt: '图片说明（给看不见图片的人，也作查找用）',
  width: '宽度占版心',
  percent: (width: number): string => `${width}%`,
  go: '插入图片',
  going: '正在上传',
  cancel: '不插入',
  needFile: '请选择一张图片。',
  wrongType: '只能插入 PNG 或 JPEG 图片。请另存为 PNG 后再试。',
  tooLarge: (mb: number): string => `图片超过 ${mb} MB。请压缩后再试。`,
  change: '改图片',
} as const;

export const findText = {
  title: '查找替换',
  what: '查找',
  by: '替换为',
  scope: '范围',
  here: '本节',
  all: '全部各节',
  previous: '上一处',
  next: '下一处',
  replace: '替换',
  replaceAll: '全部替换',
  close: '关闭',
  none: '没有找到',
  count: (count: number): string => `共 ${count} 处`,
  at: (index: number, count: number): string => `第 ${index} 处，共 ${count} 处`,
  sections: (count: number, sections: number): string => `共 ${count} 处，在 ${sections} 节里`,
  replaced: (count: number): string => `已替换 ${count} 处。`,
  undo: '撤销替换',
  undone: '已撤销替换。',
  busy: '正在合并两份正文的节没有替换。',
} as const;

export const pasteText = {
  removedImages: (count: number): string => `粘贴的内容里有 ${count} 张图片浏览器读不到，没有带入。请用“图片”按钮逐张插入。`,
  failedImages: (count: number): string => `${count} 张图片没有上传成功，没有带入。请用“图片”按钮再试。`,
  flattened: (count: number): string => `${count} 个嵌套的表格已改为文字。`,
  dismiss: '知道了',
} as const;

export const narrativeMerge = {
  title: (who: string, at: string): string => `${who} ${at} 改过这一节。两份都在，请逐段选一份或都留下。`,
  someone: '另一个窗口',
  place: (index: number, count: number): string => `不同之处 ${index}/${count}`,
  mine: '你的',
  theirs: (who: string | null): string => (who === null ? '对方的' : `${who}的`),
  useMine: '用我的',
  useTheirs: '用对方的',
  useBoth: '两份都留下',
  nothing: '（没有这一段）',
  save: '按所选保存',
  open: (count: number): string => `还有 ${count} 处没有选`,
  same: '其余各段两份相同。',
} as const;

export const narrativeView = { table: '正文表格' } as const;
