import {
  type InfiniteData,
  useInfiniteQuery,
  type UseInfiniteQueryResult,
  useQuery,
  type UseQueryResult,
} from '@tanstack/react-query';
import { answer, type Schemas } from 'referrals-sdk';
import { useApi } from '../api/api-context.js';
import { useLanguage } from '../i18n/locale-context.js';
import { useTenant } from '../session/tenant-context.js';
import { centsText, type Value, valueText } from '../ui/value-words.js';

export type MyCode = Schemas['MyCodeAnswer'];
export type MyReferral = Schemas['MyReferralAnswer'];
export type MyCredit = Schemas['MyCreditAnswer'];

/** One page is enough for nearly everybody. */
const PAGE_SIZE = 50;

interface ReferralPage {
  readonly data: readonly MyReferral[];
  readonly next_cursor: string | null;
}

/** An answer in pages with cursors. */
export type Pages<Page> = UseInfiniteQueryResult<InfiniteData<Page>>;

export function useMyCode(): UseQueryResult<MyCode> {
  const api = useApi();
  return useQuery({
    queryKey: ['my-code'],
    queryFn: ({ signal }) => answer(api.GET('/api/referrals/my-code', { signal })),
  });
}

export function useMyReferrals(): Pages<ReferralPage> {
  const api = useApi();
  return useInfiniteQuery({
    queryKey: ['my-referrals'],
    queryFn: ({ pageParam, signal }): Promise<ReferralPage> =>
      answer(api.GET('/api/referrals/mine', { params: { query: pageAt(pageParam) }, signal })),
    initialPageParam: null as string | null,
    getNextPageParam: ({ next_cursor }) => next_cursor,
  });
}

export function useMyCredit(): Pages<MyCredit> {
  const api = useApi();
  return useInfiniteQuery({
    queryKey: ['my-credit'],
    queryFn: ({ pageParam, signal }): Promise<MyCredit> =>
      answer(api.GET('/api/credit/mine', { params: { query: pageAt(pageParam) }, signal })),
    initialPageParam: null as string | null,
    getNextPageParam: ({ next_cursor }) => next_cursor,
  });
}

const pageAt = (cursor: string | null): { limit: number; cursor?: string } =>
  cursor === null ? { limit: PAGE_SIZE } : { limit: PAGE_SIZE, cursor };

/** Returns a function that formats a reward in the page's language and the business's currency: `$20 credit`. */
export function useRewardText(): (value: Value) => string {
  const { locale } = useLanguage();
  const { currency } = useTenant();
  return (value) => valueText(value, currency, locale);
}

/** Returns a function that formats money in the smallest unit, in the page's language and the business's currency: `$20`. */
export function useMoneyText(): (cents: number) => string {
  const { locale } = useLanguage();
  const { currency } = useTenant();
  return (cents) => centsText(cents, currency, locale);
}
