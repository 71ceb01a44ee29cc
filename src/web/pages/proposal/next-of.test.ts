import { describe, expect, test } from 'vitest';
import { nextOf } from './next-of.ts';

const proposal = { id: 'p1', title: '靶向治疗', state: 'drafting', returned: null } as const;
const answer = (state: 'invited' | 'offered') => ({ state, solicitation: { id: 's1', number: 'ZJ2022-001', title: '征集' } });

describe('what a company should do now', () => {
  test('what came back goes before what is being written, and that before an invitation', () => {
    expect(nextOf([proposal, { ...proposal, id: 'p2', returned: '请核减' }], [answer('invited')], 3)).toMatchObject({
      tone: 'warn',
      to: { params: { project: 'p2' } },
    });
    expect(nextOf([proposal], [answer('invited')], 3)).toMatchObject({ to: { params: { project: 'p1' } } });
    expect(nextOf([], [answer('invited')], 3)).toMatchObject({ to: { params: { solicitation: 's1' } } });
  });

  test('open calls are named only to a company that has nothing under way', () => {
    expect(nextOf([], [], 2)).toMatchObject({ to: { to: '/solicitations' } });
    expect(nextOf([], [answer('offered')], 2).to).toBeUndefined();
    expect(nextOf([{ ...proposal, state: 'atZone' }], [], 2).to).toBeUndefined();
    expect(nextOf([], [], 0).to).toBeUndefined();
  });
});
