import { useQuery, type UseQueryResult } from '@tanstack/react-query';
import { answer, type Schemas } from 'referrals-sdk';
import { useApi } from '../../api/api-context.js';
import { type CursorList, useCursorList } from '../../ui/use-cursor-list.js';

export type Customer = Schemas['CustomerAnswer'];
export type CustomerStatus = Customer['status'];

/** The key of every query about customers: a change invalidates them all. */
export const CUSTOMERS = ['customers'] as const;
/** How many entries of a list a customer's details show. */
export const SHOWN = 5;

/** Fetches the customers that match, newest first. */
export function useCustomers(filters: { q?: string; status?: CustomerStatus }): CursorList<Customer> {
  const api = useApi();
  return useCursorList({
    key: [...CUSTOMERS, 'list', filters],
    pageAt: (cursor, signal) =>
      answer(
        api.GET('/api/customers', {
          params: { query: { ...filters, ...(cursor !== undefined && { cursor }) } },
          signal,
        }),
      ),
  });
}

export function useCustomer(id: string): UseQueryResult<Customer> {
  const api = useApi();
  return useQuery({
    queryKey: [...CUSTOMERS, id],
    queryFn: ({ signal }) => answer(api.GET('/api/customers/{id}', { params: { path: { id } }, signal })),
  });
}

export function useCreditOf(id: string): UseQueryResult<Schemas['CreditStatementAnswer']> {
  const api = useApi();
  return useQuery({
    queryKey: [...CUSTOMERS, id, 'credit'],
    queryFn: ({ signal }) =>
      answer(api.GET('/api/customers/{id}/credit', { params: { path: { id } }, signal })),
  });
}

/** Fetches the latest referrals of a customer. */
export function useReferralsOf(id: string): UseQueryResult<readonly Schemas['ReferralAnswer'][]> {
  const api = useApi();
  return useQuery({
    queryKey: [...CUSTOMERS, id, 'referrals'],
    queryFn: async ({ signal }) => {
      const query = { referrer_customer_id: id, limit: SHOWN };
      return (await answer(api.GET('/api/referrals', { params: { query }, signal }))).data;
    },
  });
}

/** Fetches the latest rewards of a customer, on either side. */
export function useRewardsOf(id: string): UseQueryResult<readonly Schemas['RewardAnswer'][]> {
  const api = useApi();
  return useQuery({
    queryKey: [...CUSTOMERS, id, 'rewards'],
    queryFn: async ({ signal }) => {
      const query = { customer_id: id, limit: SHOWN };
      return (await answer(api.GET('/api/rewards', { params: { query }, signal }))).data;
    },
  });
}
