import { Text } from '@mantine/core';
import type { JSX } from 'react';
import { useLanguage, useSay } from '../../i18n/locale-context.js';
import { funnelMessages, funnelShareMessages } from '../../messages/overview.js';
import { percentText } from '../../ui/value-words.js';
import { type Figures, funnelSteps, type FunnelStep } from './funnel-steps.js';
import classes from './funnel.module.css';
import { countText } from './overview-words.js';
import overview from './overview.module.css';
import { Card } from '../../ui/card.js';

/** Shows how many people go from each step to the next. */
export function Funnel({ figures }: { figures: Figures }): JSX.Element {
  const say = useSay();
  const steps = funnelSteps(figures);
  return (
    <Card title={say(funnelMessages.title)} lead={say(funnelMessages.note)} className={overview.wide}>
      <ol className={classes.steps}>
        {steps.map((step, at) => (
          <StepItem key={step.step} {...step} nextWidth={steps[at + 1]?.width ?? step.width} />
        ))}
      </ol>
    </Card>
  );
}

function StepItem({
  step,
  count,
  percent,
  width,
  nextWidth,
}: FunnelStep & { nextWidth: number }): JSX.Element {
  const say = useSay();
  const { locale } = useLanguage();
  const isTraffic = step === 'link_opened' || step === 'code_validated';
  return (
    <li className={`${classes.step} ${isTraffic ? classes.traffic : ''}`}>
      <Text size="sm" fw={500}>
        {say(funnelMessages[step])}
      </Text>
      <span className={classes.count}>{countText(count, locale)}</span>
      {percent !== null && (
        <Text size="sm" c="dimmed" className={classes.share}>
          {say(funnelShareMessages[step], { percent: percentText(percent, locale) })}
        </Text>
      )}
      <Shape width={width} nextWidth={nextWidth} />
    </li>
  );
}

const THINNEST = 0.02;
const SLOPE_FROM = 55;
/** Slightly over the edge, so that no background shows between two steps. */
const SEAM = 100.5;

/** Draws the step's part of the funnel, or a bar where the steps are stacked in a narrow column. */
function Shape({ width, nextWidth }: { width: number; nextWidth: number }): JSX.Element {
  const [here, next] = [width, nextWidth].map((share) => Math.max(share, THINNEST) * 50) as [number, number];
  const corners = [
    [0, 50 - here],
    [SLOPE_FROM, 50 - here],
    [SEAM, 50 - next],
    [SEAM, 50 + next],
    [SLOPE_FROM, 50 + here],
    [0, 50 + here],
  ];
  return (
    <svg className={classes.shape} viewBox="0 0 100 100" preserveAspectRatio="none" aria-hidden>
      <rect className={classes.bar} width={here * 2} height="100" />
      <polygon className={classes.slope} points={corners.map((corner) => corner.join(',')).join(' ')} />
    </svg>
  );
}
