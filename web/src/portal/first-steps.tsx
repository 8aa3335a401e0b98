import { Text } from '@mantine/core';
import type { JSX } from 'react';
import { useSay } from '../i18n/locale-context.js';
import type { Message } from '../i18n/message.js';
import { portalMessages as m } from '../messages/portal.js';
import { Card } from '../ui/card.js';
import classes from './portal.module.css';
import type { MyCode } from './use-portal-data.js';

/** Shows how it works, while nobody has enrolled yet. */
export function FirstSteps({ code }: { code: MyCode }): JSX.Element {
  const say = useSay();
  const steps = [
    m.stepShare,
    m.stepEnroll,
    lastStep(code.referee_reward_value > 0, code.referrer_reward_value > 0),
  ];
  return (
    <Card title={say(m.firstSteps)}>
      <Picture />
      <ol className={classes.steps}>
        {steps.map((step) => (
          <li key={say(step)}>
            <Text span>{say(step)}</Text>
          </li>
        ))}
      </ol>
    </Card>
  );
}

function lastStep(friendGets: boolean, youGet: boolean): Message {
  if (friendGets) return youGet ? m.stepEarn : m.stepEarnFriend;
  return youGet ? m.stepEarnYou : m.stepWelcome;
}

/** Draws a gift on its way from one person to another. */
function Picture(): JSX.Element {
  return (
    <svg aria-hidden viewBox="0 0 240 84" className={classes.picture}>
      <g className={classes.pictureSoft}>
        <circle cx="42" cy="42" r="38" />
        <circle cx="198" cy="42" r="38" />
      </g>
      <g className={classes.pictureStrong}>
        <circle cx="42" cy="33" r="11" />
        <path d="M21 63a21 16 0 0 1 42 0Z" />
        <circle cx="198" cy="33" r="11" />
        <path d="M177 63a21 16 0 0 1 42 0Z" />
      </g>
      <path className={classes.pictureLine} d="M88 42h12M140 42h12M147 37l5 5-5 5" />
      <g className={classes.pictureLine}>
        <rect x="105" y="30" width="30" height="24" rx="4" />
        <path d="M105 40h30M120 30v24M120 30c-3-9-13-7-10-1 2 2 7 1 10 1Zm0 0c3-9 13-7 10-1-2 2-7 1-10 1Z" />
      </g>
    </svg>
  );
}
