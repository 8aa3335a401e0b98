import { useSay } from '../i18n/locale-context.js';
import { portalMessages as m } from '../messages/portal.js';
import { useTenant } from '../session/tenant-context.js';
import { useRewardText } from './use-reward-text.js';
import type { MyCode } from './use-portal-data.js';

/** What a customer sends to a friend. */
export interface Invitation {
  readonly subject: string;
  /** Says whose customer invites, what the friend gets, and ends with the link. */
  readonly text: string;
  readonly url: string;
}

export function useInvitation(code: MyCode): Invitation {
  const say = useSay();
  const { name: tenant } = useTenant();
  const reward = useRewardText();
  const { referee_reward_type: type, referee_reward_value: value, enrollment_url: url } = code;
  const text =
    value === 0
      ? say(m.shareTextPlain, { tenant, link: url })
      : say(m.shareText, { tenant, link: url, reward: reward({ type, value }) });
  return { subject: say(m.shareSubject, { tenant }), text, url };
}
