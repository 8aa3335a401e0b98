import { Stack, Text, Title } from '@mantine/core';
import { type JSX, type ReactNode, useEffect, useRef } from 'react';
import type { Schemas } from 'referrals-sdk';
import { enrollMessages } from '../messages/enroll.js';
import { useTenant } from '../session/tenant-context.js';
import classes from './card.module.css';
import { CheckIcon } from './code-field.js';
import { countedOnly, gains, type Given, type Line, losses, nextBill } from './outcome.js';
import { shownCode } from './typed-code.js';
import { useWords } from './use-words.js';

/** A successful enrollment. */
export interface Enrolled {
  readonly enrollment: Schemas['EnrollmentAnswer'];
  readonly given: Given;
  readonly name: string;
  readonly email: string;
}

/** Shows the result of an enrollment: what was applied, what was not and why, and what happens next. */
export function Confirmation({ enrolled }: { enrolled: Enrolled }): JSX.Element {
  const { say, value } = useWords();
  const { name: tenant } = useTenant();
  const { enrollment, name, email } = enrolled;
  const given = {
    ...enrolled.given,
    referralCode: shownCode(enrolled.given.referralCode, 'ref'),
    promoCode: shownCode(enrolled.given.promoCode, 'promo'),
  };
  const got = gains(enrollment, given, value);
  const heading = useRef<HTMLHeadingElement>(null);
  useEffect(() => {
    heading.current?.focus();
  }, []);
  return (
    <>
      <div className={classes.hero}>
        <span className={classes.tick}>
          <CheckIcon />
        </span>
        <Title order={1} size={26} lh={1.25} ref={heading} tabIndex={-1} className={classes.heading}>
          {say(enrollMessages.enrolled, { name })}
        </Title>
      </div>
      <Stack gap="xl" className={classes.body}>
        <Lines title={say(enrollMessages.whatYouGet)} lines={got} />
        <Lines title={say(enrollMessages.yourInvitation)} lines={countedOnly(enrollment, given)} />
        <Lines title={say(enrollMessages.whatWasNotUsed)} lines={losses(enrollment, given)} />
        <Part title={say(enrollMessages.whatNext)}>
          <Text>{say(enrollMessages.nextContact, { tenant, email })}</Text>
          {got.length > 0 && <Text mt="xs">{say(nextBill(got))}</Text>}
        </Part>
      </Stack>
    </>
  );
}

function Lines({ title, lines }: { title: string; lines: readonly Line[] }): JSX.Element | null {
  const { say, later } = useWords();
  if (lines.length === 0) return null;
  return (
    <Part title={title}>
      <ul className={classes.lines}>
        {lines.map(({ message, values, available, minInvoiceCents }) => {
          const words = later(say(message, values), available, minInvoiceCents);
          return <li key={words}>{words}</li>;
        })}
      </ul>
    </Part>
  );
}

const Part = ({ title, children }: { title: string; children: ReactNode }): JSX.Element => (
  <section>
    <Title order={2} size="h4" mb="xs">
      {title}
    </Title>
    {children}
  </section>
);
