import { Button, Text, Title, VisuallyHidden } from '@mantine/core';
import type { JSX, ReactNode } from 'react';
import { Link } from 'react-router';
import { useLanguage, useSay } from '../../i18n/locale-context.js';
import { startMessages } from '../../messages/overview.js';
import { Card } from '../../ui/card.js';
import { useProgram } from '../use-program.js';
import { countText } from './overview-words.js';
import overview from './overview.module.css';

/** Shows the first steps while there are no figures. The next step has the primary button. */
export function GettingStarted(): JSX.Element {
  const say = useSay();
  const isOn = useProgram({ fresh: true }).data?.referral_enabled === true;
  return (
    <div className={overview.page}>
      <Card title={say(startMessages.title)} className={overview.wide}>
        <ol className={overview.steps}>
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
      </Card>
    </div>
  );
}

interface Props {
  readonly number: number;
  readonly title: string;
  readonly text: string;
  readonly isDone?: boolean;
  /** The link to the step's page. */
  readonly children: ReactNode;
}

/** Shows a numbered step, with a check mark once it is done. */
function StartStep({ number, title, text, isDone = false, children }: Props): JSX.Element {
  const say = useSay();
  const { locale } = useLanguage();
  return (
    <li>
      <span className={`${overview.mark} ${isDone ? overview.done : ''}`} aria-hidden>
        {isDone ? <Tick /> : countText(number, locale)}
      </span>
      <Title order={3} size="h5">
        {title}
        {isDone && <VisuallyHidden>{` (${say(startMessages.done)})`}</VisuallyHidden>}
      </Title>
      <Text c="dimmed">{text}</Text>
      {children}
    </li>
  );
}

const Tick = (): JSX.Element => (
  <svg width="18" height="18" viewBox="0 0 24 24" fill="none" stroke="currentColor" strokeWidth="3">
    <path d="m5 13 4.5 4.5L19 7" />
  </svg>
);
