import { Button } from '@mantine/core';
import type { JSX } from 'react';
import { Link } from 'react-router';
import { useSay } from '../../i18n/locale-context.js';
import { startMessages } from '../../messages/overview.js';
import overview from './overview.module.css';
import { Section } from './section.js';
import { StartStep } from './start-step.js';
import { useProgramIsOn } from './use-overview.js';
import classes from './warm-start.module.css';

/** What to do before there is anything to see: the first step that is not done is the page's one great button. */
export function WarmStart(): JSX.Element {
  const say = useSay();
  const isOn = useProgramIsOn() === true;
  return (
    <div className={overview.page}>
      <Section title={say(startMessages.title)} className={overview.wide}>
        <ol className={classes.steps}>
          <StartStep
            number={1}
            isDone={isOn}
            title={say(isOn ? startMessages.isOn : startMessages.on)}
            text={say(isOn ? startMessages.isOnText : startMessages.onText)}
          >
            <Button component={Link} to="/settings/referrals" variant={isOn ? 'default' : 'filled'}>
              {say(startMessages.onLink)}
            </Button>
          </StartStep>
          <StartStep number={2} title={say(startMessages.share)} text={say(startMessages.shareText)}>
            <Button component={Link} to="/customers" variant={isOn ? 'filled' : 'default'}>
              {say(startMessages.shareLink)}
            </Button>
          </StartStep>
          <StartStep number={3} title={say(startMessages.watch)} text={say(startMessages.watchText)}>
            <Button component={Link} to="/customers/referrals" variant="default">
              {say(startMessages.watchLink)}
            </Button>
          </StartStep>
        </ol>
      </Section>
    </div>
  );
}
