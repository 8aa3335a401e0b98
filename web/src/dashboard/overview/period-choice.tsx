import { SegmentedControl } from '@mantine/core';
import type { JSX } from 'react';
import { useSay } from '../../i18n/locale-context.js';
import { overviewMessages } from '../../messages/overview.js';
import { type PeriodName, PERIODS } from './period.js';

interface Props {
  readonly period: PeriodName;
  readonly onChoose: (period: PeriodName) => void;
}

/** Which period the figures are of. */
export function PeriodChoice({ period, onChoose }: Props): JSX.Element {
  const say = useSay();
  return (
    <SegmentedControl
      aria-label={say(overviewMessages.period)}
      data={PERIODS.map((name) => ({ value: name, label: say(overviewMessages[name]) }))}
      value={period}
      onChange={onChoose}
      withItemsBorders={false}
    />
  );
}
