import { textOf } from '../i18n/message.js';
import { rewardLines, rewardStateOf } from './reward-lines.js';
import type { MyReferral } from './use-portal-data.js';

type Reward = NonNullable<MyReferral['reward']>;

let made = 0;
const referral = (referee_name: string, reward: Partial<Reward> | null): MyReferral => ({
  id: `ref_${made++}`,
  referee_name,
  created_at: '2026-04-01T00:00:00Z',
  status: 'qualified',
  reward:
    reward === null
      ? null
      : { type: 'credit', value: 20, status: 'pending', applied_at: null, available_at: null, ...reward },
  withheld: null,
});
const discount = {
  type: 'discount_percent',
  value: 10,
  status: 'available',
  available_at: '2026-04-01T00:00:00Z',
} as const;

const linesOf = (referrals: readonly MyReferral[]): string[] =>
  rewardLines(referrals, new Date('2026-04-20T00:00:00Z'), {
    reward: ({ type, value }) => (type === 'credit' ? `$${value} credit` : `${value}% off`),
    day: (moment) => moment.slice(5, 10),
  }).map(({ message, values }) => textOf(message, 'en', values));

describe('rewards to come, in words', () => {
  it('lists discounts for the next invoice, then rewards on hold, the soonest first, then unconfirmed ones', () => {
    expect(
      linesOf([
        referral('Wu L.', {}),
        referral('Ben K.', { available_at: '2026-05-09T00:00:00Z' }),
        referral('Ana G.', { available_at: '2026-05-01T00:00:00Z' }),
        referral('Cher', discount),
      ]),
    ).toEqual([
      '10% off your next invoice, thanks to Cher.',
      'Ana’s reward arrives on 05-01: $20 credit.',
      'Ben’s reward arrives on 05-09: $20 credit.',
      'Wu has enrolled. Once that is confirmed, you get $20 credit.',
    ]);
  });

  it('counts the invoices that discounts of the same kind are for', () => {
    expect(linesOf([referral('A B.', discount), referral('C D.', discount), referral('E F.', null)])).toEqual(
      ['10% off each of your next 2 invoices.'],
    );
  });

  it('leaves out received and lost rewards, and has at most five lines', () => {
    expect(
      linesOf([referral('A B.', { status: 'applied' }), referral('C D.', { status: 'voided' })]),
    ).toEqual([]);
    expect(linesOf(Array.from({ length: 9 }, () => referral('A B.', {})))).toHaveLength(5);
  });
});

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
  withheld: MyReferral['withheld'] = null,
): string =>
  rewardStateOf(
    {
      id: 'ref_1',
      referee_name: 'Ana G.',
      created_at: '2026-04-01T00:00:00Z',
      status,
      reward: given === null ? null : { ...reward, ...given },
      withheld,
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

  it('is lost by a rejection, a reversal or an expiry, or without a reward', () => {
    expect(stateOf('rejected', {})).toBe('rejected');
    expect(stateOf('qualified', null)).toBe('none');
    expect(stateOf('unrewarded', null, 'budget_reached')).toBe('budget_reached');
    expect(stateOf('pending', null, 'limit_reached')).toBe('limit_reached');
    expect(stateOf('rejected', null, 'limit_reached')).toBe('rejected');
    expect(stateOf('reversed', { status: 'reversed' })).toBe('taken_back');
    expect(stateOf('reversed', { status: 'voided' })).toBe('taken_back');
    expect(stateOf('qualified', { status: 'expired' })).toBe('expired');
  });
});
