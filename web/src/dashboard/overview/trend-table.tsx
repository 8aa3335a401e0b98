import { Table } from '@mantine/core';
import type { JSX } from 'react';
import { useLanguage, useSay } from '../../i18n/locale-context.js';
import { trendMessages } from '../../messages/overview.js';
import { intervalText } from './interval-words.js';
import { countText } from './number-words.js';
import classes from './trend.module.css';
import type { Summary } from './use-overview.js';

/** The chart's numbers, for who reads them rather than looks at them. */
export function TrendTable({ summary }: { summary: Summary }): JSX.Element {
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
