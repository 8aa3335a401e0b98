import { rewardStateOf } from './reward-state.js';
import type { MyReferral } from './use-portal-data.js';

const NOW = new Date('2026-05-01T12:00:00Z');
const reward = {
  type: 'credit',
  value: 20,
  status: 'pending',
  applied_at: null,
  available_at: null,
} as const satisfies MyReferral['reward'];
const stateOf = (
  status: MyReferral['status'],
  given: Partial<NonNullable<MyReferral['reward']>> | null,
): string =>
  rewardStateOf(
    {
      id: 'ref_1',
      referee_name: 'Ana G.',
      created_at: '2026-04-01T00:00:00Z',
      status,
      reward: given === null ? null : { ...reward, ...given },
    },
    NOW,
  );

describe('where a reward stands', () => {
  it('waits for the referral, then for its day, then is there', () => {
    expect(stateOf('pending', {})).toBe('waiting');
    expect(stateOf('qualified', { available_at: '2026-05-08T00:00:00Z' })).toBe('arriving');
    expect(stateOf('qualified', { available_at: '2026-05-01T00:00:00Z' })).toBe('arriving');
    expect(
      stateOf('qualified', {
        type: 'discount_percent',
        status: 'available',
        available_at: '2026-05-01T00:00:00Z',
      }),
    ).toBe('ready');
    expect(stateOf('applied', { status: 'applied' })).toBe('added');
    expect(stateOf('applied', { type: 'discount_fixed', status: 'applied' })).toBe('used');
  });

  it('comes to nothing by a rejection, without a reward, taken back or too late', () => {
    expect(stateOf('rejected', {})).toBe('rejected');
    expect(stateOf('qualified', null)).toBe('none');
    expect(stateOf('reversed', { status: 'reversed' })).toBe('taken_back');
    expect(stateOf('reversed', { status: 'voided' })).toBe('taken_back');
    expect(stateOf('qualified', { status: 'expired' })).toBe('expired');
  });
});
