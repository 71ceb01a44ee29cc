/** Headers of official lists as they are published, spaces left out. */
export const listHeaders = {
  name: ['企业名称', '单位名称', '公司名称', '专利权人', '权利人', '第一专利权人'],
  code: ['统一社会信用代码', '社会信用代码', '信用代码'],
  area: ['所在高新区', '高新区', '所属高新区', '所属园区', '所在园区'],
  number: ['专利号', '授权号', '申请号', '专利号（申请号）'],
};
