import { DEFAULT_SETTINGS, type Mode, type Rule, RULES } from './abuse-rules.js';
import { type Matches, suspicionOf } from './suspicion.js';

const matching = (...rules: Rule[]): Matches =>
  Object.fromEntries(RULES.map((rule) => [rule, rules.includes(rule)])) as Record<Rule, boolean>;
const modes = (given: Partial<Record<Rule, Mode>>): Record<Rule, Mode> => ({ ...DEFAULT_SETTINGS, ...given });

describe('suspicionOf', () => {
  it('has nothing to say when nothing matches', () => {
    expect(suspicionOf(modes({ same_email: 'hold' }), matching())).toBeUndefined();
  });

  it.each(RULES)('by default notes that %s matches, and holds nothing', (rule) => {
    expect(suspicionOf(DEFAULT_SETTINGS, matching(rule))).toEqual({ reasons: [rule], heldBy: [] });
  });

  it.each(RULES)('leaves %s alone when it is off, and holds by it when it is to hold', (rule) => {
    expect(suspicionOf(modes({ [rule]: 'off' }), matching(rule))).toBeUndefined();
    expect(suspicionOf(modes({ [rule]: 'hold' }), matching(rule))).toEqual({
      reasons: [rule],
      heldBy: [rule],
    });
  });

  it('names every reason, and apart from them those that hold', () => {
    const given = modes({ same_phone: 'hold', same_address: 'off' });
    expect(suspicionOf(given, matching('same_address', 'same_phone', 'same_email'))).toEqual({
      reasons: ['same_email', 'same_phone'],
      heldBy: ['same_phone'],
    });
  });
});
