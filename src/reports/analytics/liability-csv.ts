import { csvHeader, csvLine } from '../../common/csv.js';
import type { LiabilityAnswer } from './liability.dto.js';

type Row = readonly [section: string, measure: string, fromDays: string, toDays: string, value: number];

const HEADER = ['section', 'measure', 'from_days', 'to_days', 'value', 'currency', 'from', 'to', 'as_of'];

/** Converts the report to CSV, with one value in each row. */
export function liabilityCsv(report: LiabilityAnswer): string {
  const { currency, from, to, as_of, credit, outstanding_credit, unused_discounts } = report;
  const rows: Row[] = [
    ...Object.entries(credit).map(([measure, cents]): Row => ['credit', measure, '', '', cents as number]),
    ...outstanding_credit.flatMap((age) => measuresOf('outstanding_credit', age)),
    ...unused_discounts.flatMap((age) => measuresOf('unused_discounts', age)),
  ];
  return csvHeader(HEADER) + rows.map((row) => csvLine([...row, currency, from, to, as_of])).join('');
}

const measuresOf = (
  section: string,
  { from_days, to_days, ...measures }: { from_days: number; to_days: number | null },
): Row[] =>
  Object.entries(measures as Record<string, number>).map(([measure, value]) => [
    section,
    measure,
    String(from_days),
    to_days === null ? '' : String(to_days),
    value,
  ]);
