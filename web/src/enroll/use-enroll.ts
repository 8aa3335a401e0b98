import { useMutation } from '@tanstack/react-query';
import { type RefObject, useRef, useState } from 'react';
import { answer, type Schemas } from 'referrals-sdk';
import { useApi } from '../api/api-context.js';
import { useTenant } from '../session/tenant-context.js';
import type { Enrolled } from './confirmation.js';
import { refusedField } from './field-errors.js';
import type { Given } from './outcome.js';
import { submissionKeys } from './submission-keys.js';
import type { Person } from './person-fields.js';

interface Enroll {
  readonly submit: (person: Person, given: Given) => void;
  readonly error: Error | null;
  readonly pending: boolean;
}

/** Submits the form. The same content is one enrollment, however often it is sent. */
export function useEnroll(
  form: RefObject<HTMLFormElement | null>,
  onEnrolled: (enrolled: Enrolled) => void,
): Enroll {
  const api = useApi();
  const { slug } = useTenant();
  const [keyFor] = useState(submissionKeys);
  const underWay = useRef(false); // set at once; `isPending` changes only with the next render
  const { mutate, error, isPending } = useMutation({
    mutationFn: (body: Schemas['EnrollRequest']) =>
      answer(api.POST('/api/enrollments', { body, params: { header: { 'Idempotency-Key': keyFor(body) } } })),
    onSettled: () => {
      underWay.current = false;
    },
  });
  const submit = (person: Person, given: Given): void => {
    if (underWay.current) return;
    underWay.current = true;
    const body = requestOf(slug, person, given);
    mutate(body, {
      onSuccess: (enrollment) => {
        onEnrolled({ enrollment, given, name: body.name, email: body.email });
      },
      onError: (refusal) => {
        focusOn(form.current, refusedField(refusal));
      },
    });
  };
  return { submit, error, pending: isPending };
}

const requestOf = (
  tenant_slug: string,
  { name, email, phone }: Person,
  { referralCode, promoCode }: Given,
): Schemas['EnrollRequest'] => ({
  tenant_slug,
  name: name.trim(),
  email: email.trim(),
  phone: phone.trim(),
  referral_code: referralCode,
  promo_code: promoCode,
});

/** Focuses the refused field, if there is one. */
function focusOn(form: HTMLFormElement | null, field: string | null): void {
  if (field === null) return;
  form?.querySelector<HTMLInputElement>(`[name=${field}]`)?.focus();
}
