import { Button, Stack, Text } from '@mantine/core';
import { type JSX, type SyntheticEvent, useRef } from 'react';
import { ProblemError } from 'referrals-sdk/problem';
import { useSay } from '../i18n/locale-context.js';
import { enrollMessages } from '../messages/enroll.js';
import { useTenant } from '../session/tenant-context.js';
import { ErrorNotice } from '../ui/error-notice.js';
import { BothCodes } from './both-codes.js';
import classes from './card.module.css';
import { CodeField } from './code-field.js';
import type { Enrolled } from './confirmation.js';
import type { EnrollLink } from './enroll-link.js';
import { fieldError, refusedField } from './field-errors.js';
import { Hero } from './hero.js';
import { PersonFields, usePerson } from './person-fields.js';
import { foundIn, useCodes } from './use-codes.js';
import { useEnroll } from './use-enroll.js';
import { promoVerdict, referralVerdict, useWords } from './use-words.js';

interface Props {
  readonly link: EnrollLink;
  readonly onEnrolled: (enrolled: Enrolled) => void;
}

/** Shows the invitation and the form. No code ever prevents the enrollment. */
export function EnrollForm({ link, onEnrolled }: Props): JSX.Element {
  const words = useWords();
  const tenant = useTenant();
  const form = useRef<HTMLFormElement>(null);
  const [person, setPerson] = usePerson();
  const codes = useCodes(link);
  const { submit, error, pending } = useEnroll(form, onEnrolled);
  const invitation = foundIn(codes.referralCheck);
  const promo = foundIn(codes.promoCheck);
  const errorOf = (field: string): string | undefined => fieldError(error, field, tenant.name, words.say);

  const onSubmit = (event: SyntheticEvent): void => {
    event.preventDefault();
    submit(person, { ...codes.given, from: invitation?.from ?? null });
  };
  const onDropPromo = (): void => {
    codes.dropPromo();
    form.current?.querySelector<HTMLInputElement>('[name=promo_code]')?.focus();
  };

  return (
    <form ref={form} noValidate onSubmit={onSubmit}>
      <Hero invitation={invitation} inPlace={promo?.combinable === false ? promo : null} />
      <Stack gap="lg" className={classes.body}>
        <PersonFields person={person} onChange={setPerson} errorOf={errorOf} />
        <CodeField
          name="referral_code"
          label={words.say(enrollMessages.referralCode)}
          verdict={referralVerdict(codes.referralCheck, words)}
          error={errorOf('referral_code')}
          {...codes.referralField}
        />
        <CodeField
          name="promo_code"
          label={words.say(enrollMessages.promoCode)}
          verdict={promoVerdict(codes.promoCheck, words)}
          error={errorOf('promo_code')}
          {...codes.promoField}
        />
        <BothCodes
          {...codes.given}
          bothGood={invitation !== null && promo !== null}
          combinable={promo?.combinable ?? false}
          onDropPromo={onDropPromo}
        />
        <EnrollProblem error={error} />
        <Button type="submit" size="lg" fullWidth loading={pending}>
          {words.say(enrollMessages.enroll)}
        </Button>
        <Text size="sm" c="dimmed" ta="center">
          {words.say(enrollMessages.privacy, { tenant: tenant.name })}
        </Text>
      </Stack>
    </form>
  );
}

/** Shows why an enrollment failed if no field is at fault. The submit button retries. */
function EnrollProblem({ error }: { error: Error | null }): JSX.Element | null {
  const say = useSay();
  if (error === null || refusedField(error) !== null) return null;
  if (isUnderWay(error)) return <Text role="alert">{say(enrollMessages.underWay)}</Text>;
  return (
    <Stack gap="xs">
      <ErrorNotice error={error} />
      <Text size="sm">{say(enrollMessages.typedStays)}</Text>
    </Stack>
  );
}

const isUnderWay = (error: Error): boolean =>
  error instanceof ProblemError && error.code === 'idempotency_in_progress';
