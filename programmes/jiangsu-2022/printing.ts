import type { PrintingPaper } from '#domain/programme/document-papers.ts';

/** 打印须知: our own words for what the guide asks of paper (G4.1, G4.2, G4.3). */
export const printing: PrintingPaper = {
  title: '打印、盖章与扫描须知',
  intro:
    '《{cluster}》申报材料（{number}，第 {version} 版）已由{city}科学技术局推荐。请按下表打印、盖章、装订和扫描。书面材料须与网上报送完全一致，以每页右上角的二维码为准。',
  names: { letter: '推荐函', form: '申报表', plan: '试点方案', commitment: '承诺书' },
  fileName: '{place}-{name}（打印{copies}份）.pdf',
  ownFileName: '0-{name}.pdf',
  columns: { place: '顺序', name: '材料', pages: '页数', copies: '份数', seals: '盖章处' },
  seals: {
    letter: '末页落款处盖{city}科学技术局公章',
    form: '末尾{seals}各栏盖公章',
    plan: '封面盖组织申报单位公章；末尾{seals}各栏盖公章',
    commitment: '末页落款处盖{organiser}公章',
  },
  parts: [
    {
      title: '打印',
      items: [
        'A4 纸双面打印，按“实际大小”（100%）打印，不缩放、不裁边。二维码须清楚、完整。',
        '试点方案{planCopies}份、申报表{formCopies}份、推荐函{letterCopies}份。承诺书附在每份试点方案之后一并装订。',
        '每份材料从文件直接打印，不复印盖过章的纸件代替原件。',
      ],
    },
    {
      title: '盖章',
      items: [
        '组织申报单位与建设单位为同一单位时，两栏都盖同一枚章。',
        '公章盖在签署栏内，尽量不压二维码；压住了也能识读，不必重印。',
        '骑缝章盖在右侧纸边的中下部，避开右上角的二维码。',
        '签署栏内的日期手写填入，其他内容不得手写。',
      ],
    },
    {
      title: '不得',
      items: [
        '不得在正文上手写、涂改、粘贴或加页。内容有误的，先在网上办理补正，再按新版打印。',
        '不得抽换单页。有一页损坏或印错，整份材料重新打印、重新盖章。',
        '不得混装不同版本。每页眉上的版本和查验码须一致。',
      ],
    },
    {
      title: '扫描',
      items: [
        '每种材料取盖好章的一份，按上表顺序扫描成 PDF，共{pages}页；也可以逐页拍照。彩色，200 dpi 为宜，空白背面可以保留。',
        '在网上“盖章与扫描”上传。系统逐页识读二维码，缺页、重页、错页、旧版和他件都会指明。',
        '系统只能说明打印的是哪一版；印章是否齐全清楚、纸上有无手写，由受理人员目视核对。',
      ],
    },
    {
      title: '送交',
      items: ['书面材料由设区市科技局汇总后送省受理中心，以受理中心签收的时刻为准，邮戳不算。', '网上报送之后、签收之前如撤回或补正，已打印的材料作废。'],
    },
  ],
};
