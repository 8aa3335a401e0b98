import { useMutation, type UseMutationResult, useQueryClient } from '@tanstack/react-query';
import { answer, type Schemas } from 'referrals-sdk';
import { useApi } from '../../api/api-context.js';

type Branding = Schemas['BrandingAnswer'];

/** Saves the colour, and dresses this page in it at once. @returns a mutation of a `#rrggbb` */
export function useSaveColor(): UseMutationResult<Branding, Error, string> {
  const api = useApi();
  const queries = useQueryClient();
  return useMutation({
    mutationFn: (brand_color) => answer(api.PUT('/api/branding', { body: { brand_color } })),
    networkMode: 'always',
    onSuccess: (saved) => {
      queries.setQueryData<Branding>(['branding'], (before) => ({ ...before, ...saved }));
    },
  });
}
