import { type CreditMove, lineOf } from './credit-move.js';

const move: CreditMove = {
  at: '2026-05-01T00:00:00.000Z',
  kind: 'capture',
  amount_cents: -500,
  actor: 'admin:usr_1',
  role: 'referrer',
  invoice_id: 'INV-9',
  reason: null,
};

describe('lineOf', () => {
  it.each<[string, Partial<CreditMove>, string, string]>([
    ['a use', {}, 'credit.used', "5.00 USD of the referrer's credit used on invoice INV-9"],
    [
      'what came back',
      { kind: 'restore', amount_cents: 250 },
      'credit.returned',
      "2.50 USD of the referrer's credit given back: invoice INV-9 was reversed",
    ],
    [
      'what expired',
      { kind: 'expire', role: 'referee', invoice_id: null },
      'credit.expired',
      "5.00 USD of the referee's credit expired unused",
    ],
    [
      'what was taken back',
      { kind: 'reverse' },
      'credit.reversed',
      "5.00 USD of the referrer's credit taken back with its reward",
    ],
    [
      'what was taken by hand',
      { kind: 'adjust', invoice_id: null, reason: 'a mistake' },
      'credit.adjusted',
      "5.00 USD of the referrer's credit taken by hand: a mistake",
    ],
  ])('tells %s', (_, changes, event, detail) => {
    expect(lineOf({ ...move, ...changes }, 'USD')).toEqual({
      at: move.at,
      actor: move.actor,
      event,
      detail,
    });
  });
});
