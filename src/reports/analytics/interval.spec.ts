import fc from 'fast-check';
import { daysBefore, type Interval, INTERVALS, startOf, intervalStarts } from './interval.js';

const at = (text: string): Date => new Date(text);
const texts = (dates: Date[] | undefined): string[] | undefined => dates?.map((date) => date.toISOString());

describe('startOf', () => {
  it.each<[Interval, string, string]>([
    ['day', '2026-03-20T00:00:00.000Z', '2026-03-20T00:00:00.000Z'],
    ['day', '2026-03-20T23:59:59.999Z', '2026-03-20T00:00:00.000Z'],
    ['week', '2026-03-16T00:00:00.000Z', '2026-03-16T00:00:00.000Z'], // a Monday
    ['week', '2026-03-15T23:59:59.999Z', '2026-03-09T00:00:00.000Z'], // a Sunday
    ['week', '2026-01-01T12:00:00.000Z', '2025-12-29T00:00:00.000Z'],
    ['month', '2024-02-29T23:59:59.999Z', '2024-02-01T00:00:00.000Z'],
    ['month', '2026-12-31T00:00:00.000Z', '2026-12-01T00:00:00.000Z'],
    ['month', '0042-05-31T01:00:00.000Z', '0042-05-01T00:00:00.000Z'],
  ])('of the %s of %s is %s', (interval, moment, start) => {
    expect(startOf(interval, at(moment)).toISOString()).toBe(start);
  });
});

describe('daysBefore', () => {
  it('is the start of a day', () => {
    expect(daysBefore(at('2026-03-20T10:00:00Z'), 89).toISOString()).toBe('2025-12-21T00:00:00.000Z');
  });
});

describe('intervalStarts', () => {
  it('returns each interval that overlaps the period, including cut ones', () => {
    expect(
      texts(intervalStarts('month', at('2026-01-31T23:59:59.999Z'), at('2026-03-01T00:00:00.001Z'), 9)),
    ).toEqual(['2026-01-01T00:00:00.000Z', '2026-02-01T00:00:00.000Z', '2026-03-01T00:00:00.000Z']);
  });

  it('excludes an interval that starts where the period ends, and returns none for an empty period', () => {
    const [from, to] = [at('2026-03-20T00:00:00Z'), at('2026-03-21T00:00:00Z')];
    expect(texts(intervalStarts('day', from, to, 9))).toEqual(['2026-03-20T00:00:00.000Z']);
    expect(intervalStarts('day', from, from, 9)).toEqual([]);
    const noon = at('2026-03-20T12:00:00Z');
    expect(intervalStarts('day', noon, noon, 9)).toEqual([]);
    expect(intervalStarts('day', noon, at('2026-03-20T11:00:00Z'), 9)).toEqual([]);
  });

  it('returns undefined beyond the maximum', () => {
    const [from, to] = [at('2025-01-01T00:00:00Z'), at('2026-02-05T00:00:00Z')]; // 400 days
    expect(intervalStarts('day', from, to, 400)).toHaveLength(400);
    expect(intervalStarts('day', from, at('2026-02-05T00:00:00.001Z'), 400)).toBeUndefined();
    expect(
      intervalStarts('day', at('0001-01-01T00:00:00Z'), at('9999-12-31T00:00:00Z'), 400),
    ).toBeUndefined();
  });

  it('covers every moment with exactly the interval that contains it', () => {
    const moment = fc.date({
      min: at('2019-01-01T00:00:00Z'),
      max: at('2030-01-01T00:00:00Z'),
      noInvalidDate: true,
    });
    fc.assert(
      fc.property(moment, moment, moment, fc.constantFrom(...INTERVALS), (from, to, within, interval) => {
        const starts = intervalStarts(interval, from, to, 5_000) ?? [];
        fc.pre(from <= within && within < to);
        expect(starts.map(Number)).toContain(startOf(interval, within).getTime());
        const wrong = starts.filter((start) => startOf(interval, start).getTime() !== start.getTime());
        expect(wrong).toEqual([]);
        const early = starts.filter((start, index) => index > 0 && start <= (starts[index - 1] ?? start));
        expect(early).toEqual([]);
      }),
    );
  });
});
