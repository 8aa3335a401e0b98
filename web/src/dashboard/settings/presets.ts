import type { Message } from '../../i18n/message.js';
import { settingsMessages } from '../../messages/settings.js';
import type { Currency, Value } from '../../ui/value-words.js';

/** A pair of rewards that many programs begin with, and the value that its name says. */
export interface Preset {
  readonly name: Message;
  readonly says: 'percent' | 'money';
  readonly referrer: Value;
  readonly referee: Value;
}

/** The two of the guide. Where a unit of the currency is worth little, as of those without decimals, it is a hundred times 20. */
export const presetsFor = ({ digits }: Currency): readonly Preset[] => [
  {
    name: settingsMessages.giveGetPreset,
    says: 'percent',
    referrer: { type: 'discount_percent', value: 10 },
    referee: { type: 'discount_percent', value: 10 },
  },
  {
    name: settingsMessages.creditPreset,
    says: 'money',
    referrer: { type: 'credit', value: digits === 0 ? 2000 : 20 },
    referee: { type: 'discount_percent', value: 15 },
  },
];
