/** Words that make a sentence of the guide a duty, longest first so that 必须 is not also a 须. */
const modal = [
  '逾期不予',
  '原则上',
  '不少于',
  '不低于',
  '不超过',
  '必须',
  '不得',
  '优先',
  '鼓励',
  '参考',
  '倾斜',
  '负责',
  '履行',
  '协助',
  '截至',
  '须',
  '应',
  '限',
  '要',
];

/** Words that hold a modal character and are none. */
const compounds = [
  '相应',
  '应用',
  '对应',
  '供应',
  '适应',
  '响应',
  '效应',
  '期限',
  '限度',
  '有限',
  '权限',
  '要求',
  '重要',
  '主要',
  '需要',
  '要素',
  '要点',
  '纲要',
  '摘要',
];

const pattern = new RegExp([...compounds, ...modal].join('|'), 'g');

/** How often each modal word stands in a text. */
export function modalWords(text: string): ReadonlyMap<string, number> {
  const counts = new Map<string, number>();
  for (const [word] of text.matchAll(pattern)) {
    if (modal.includes(word)) counts.set(word, (counts.get(word) ?? 0) + 1);
  }
  return counts;
}

/** The guide's text by clause of the edition: chapters 一 to 四, the letter's items and end, the city's two opinions. */
export function guideClauses(text: string): ReadonlyMap<string, string> {
  const start = text.indexOf('培育试点项目承诺书\n');
  const letterEnd = text.indexOf('特此承诺。', start);
  const body = text.slice(0, text.lastIndexOf('创新型产业集群培育试点方案\n', start));
  const opinions = [...text.matchAll(/设区市科技局推荐审核意见：\n((?:\d．.*\n)+)/g)].map((match) => match[1] ?? '');
  return new Map([
    ...chapters(body),
    ...numbered(text.slice(start, letterEnd)).map(([n, item]) => [`C${n}`, item] as const),
    ['C8', text.slice(text.indexOf('如发生失实', start), letterEnd)],
    ...opinions.map((opinion, index) => [`O${index + 1}`, opinion] as const),
  ]);
}

function chapters(body: string): readonly (readonly [clause: string, text: string])[] {
  return body
    .split(/^(?=[一二三四]、)/m)
    .slice(1)
    .flatMap((chapter) => {
      const n = '一二三四'.indexOf(chapter.charAt(0)) + 1;
      const items = numbered(chapter);
      if (items.length === 0) return [clause(`G${n}`, chapter.slice(chapter.indexOf('\n') + 1))];
      return items.map(([item, words]) => clause(`G${n}.${item}`, words));
    });
}

function clause(id: string, text: string): readonly [clause: string, text: string] {
  return [id, text];
}

function numbered(text: string): readonly (readonly [n: string, text: string])[] {
  return [...text.matchAll(/^(\d)．(.*)$/gm)].map((match) => [match[1] ?? '', match[2] ?? ''] as const);
}
