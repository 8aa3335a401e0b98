import { useLanguage } from '../i18n/locale-context.js';
import { useTenant } from '../session/tenant-context.js';
import { type Value, valueText } from '../ui/value-words.js';

/** Says a reward in the page's language and the business's currency: `$20 credit`. */
export function useRewardText(): (value: Value) => string {
  const { locale } = useLanguage();
  const { currency } = useTenant();
  return (value) => valueText(value, currency, locale);
}
