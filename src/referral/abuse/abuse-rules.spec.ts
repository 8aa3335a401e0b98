import {
  DEFAULT_SETTINGS,
  evaluateRules,
  type Mode,
  MODES,
  type Rule,
  type RuleMatches,
  RULES,
} from './abuse-rules.js';

const matching = (...rules: Rule[]): RuleMatches =>
  Object.fromEntries(RULES.map((rule) => [rule, rules.includes(rule)])) as Record<Rule, boolean>;
const modes = (given: Partial<Record<Rule, Mode>>): Record<Rule, Mode> => ({ ...DEFAULT_SETTINGS, ...given });

describe('abuse rules', () => {
  it('have these names, modes and defaults', () => {
    const observed = [
      'same_email',
      'same_phone',
      'disposable_domain',
      'velocity_referrer',
      'velocity_address',
      'same_address',
    ];
    expect(RULES).toEqual(observed);
    expect(MODES).toEqual(['off', 'observe', 'hold']);
    expect(DEFAULT_SETTINGS).toEqual({
      ...Object.fromEntries(observed.map((rule) => [rule, 'observe'])),
      velocity_referrer_limit: 10,
      velocity_address_limit: 5,
    });
  });
});

describe('evaluateRules', () => {
  it('returns nothing when nothing matches', () => {
    expect(evaluateRules(modes({ same_email: 'hold' }), matching())).toBeUndefined();
  });

  it.each(RULES)('by default records that %s matches, and holds nothing', (rule) => {
    expect(evaluateRules(DEFAULT_SETTINGS, matching(rule))).toEqual({ reasons: [rule], heldBy: [] });
  });

  it.each(RULES)('ignores %s when it is off, and holds by it when its mode is hold', (rule) => {
    expect(evaluateRules(modes({ [rule]: 'off' }), matching(rule))).toBeUndefined();
    expect(evaluateRules(modes({ [rule]: 'hold' }), matching(rule))).toEqual({
      reasons: [rule],
      heldBy: [rule],
    });
  });

  it('lists all reasons, and those that hold separately', () => {
    const given = modes({ same_phone: 'hold', same_address: 'off' });
    expect(evaluateRules(given, matching('same_address', 'same_phone', 'same_email'))).toEqual({
      reasons: ['same_email', 'same_phone'],
      heldBy: ['same_phone'],
    });
  });
});
