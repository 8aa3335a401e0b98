import { Table, Text } from '@mantine/core';
import { type JSX, useState } from 'react';
import { useLanguage, useSay } from '../../i18n/locale-context.js';
import { trendMessages } from '../../messages/overview.js';
import { Card } from '../../ui/card.js';
import { BarChart } from './bar-chart.js';
import { countText, intervalText, shortIntervalText } from './overview-words.js';
import overview from './overview.module.css';
import classes from './trend.module.css';
import type { Summary } from './use-overview.js';

/** Shows referrals over time, as bars and as a table. */
export function Trend({ summary }: { summary: Summary }): JSX.Element {
  const say = useSay();
  const { interval, funnel } = summary;
  const title = say(trendMessages[`by${interval}`]);
  return (
    <Card title={title} className={overview.most}>
      {funnel.enrolled === 0 ? (
        <Text c="dimmed">{say(trendMessages.none)}</Text>
      ) : (
        <>
          <Bars summary={summary} title={title} />
          <TrendTable summary={summary} />
        </>
      )}
    </Card>
  );
}

function Bars({ summary, title }: { summary: Summary; title: string }): JSX.Element {
  const say = useSay();
  const { locale } = useLanguage();
  const [pointed, setPointed] = useState<number | null>(null);
  const { interval, series, funnel } = summary;
  const shown = pointed === null ? undefined : series[pointed];
  return (
    <div>
      <div className={classes.head} aria-hidden>
        <div className={classes.legend}>
          <span className={classes.confirmed}>{say(trendMessages.confirmed)}</span>
          <span>{say(trendMessages.unconfirmed)}</span>
        </div>
        <span className={classes.readout}>
          {shown === undefined
            ? say(trendMessages.total, { count: funnel.enrolled })
            : say(trendMessages.interval, {
                interval: intervalText({ interval, start: shown.start }, summary, locale),
                count: shown.enrolled,
                qualified: shown.qualified,
              })}
        </span>
      </div>
      <BarChart
        bars={series.map(({ start, enrolled, qualified }) => ({
          label: shortIntervalText({ interval, start }, locale),
          enrolled,
          qualified,
        }))}
        label={say(trendMessages.chart, { title })}
        onPoint={setPointed}
      />
    </div>
  );
}

/** Shows the figures of the chart as a table, for screen readers too. */
function TrendTable({ summary }: { summary: Summary }): JSX.Element {
  const say = useSay();
  const { locale } = useLanguage();
  const { interval, series } = summary;
  return (
    <details className={classes.table}>
      <summary>{say(trendMessages.table)}</summary>
      <Table verticalSpacing={6}>
        <Table.Thead>
          <Table.Tr>
            <Table.Th scope="col">{say(trendMessages[interval])}</Table.Th>
            <Table.Th scope="col" ta="right">
              {say(trendMessages.referrals)}
            </Table.Th>
            <Table.Th scope="col" ta="right">
              {say(trendMessages.confirmed)}
            </Table.Th>
          </Table.Tr>
        </Table.Thead>
        <Table.Tbody>
          {series.map(({ start, enrolled, qualified }) => (
            <Table.Tr key={start}>
              <Table.Th scope="row" fw={400}>
                {intervalText({ interval, start }, summary, locale)}
              </Table.Th>
              <Table.Td ta="right">{countText(enrolled, locale)}</Table.Td>
              <Table.Td ta="right">{countText(qualified, locale)}</Table.Td>
            </Table.Tr>
          ))}
        </Table.Tbody>
      </Table>
    </details>
  );
}
