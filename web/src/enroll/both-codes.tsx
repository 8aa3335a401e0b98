import { Button, Skeleton, Text, Title } from '@mantine/core';
import type { JSX, ReactNode } from 'react';
import { useQuery } from '@tanstack/react-query';
import { answer } from 'referrals-sdk';
import { useApi } from '../api/api-context.js';
import { useSay } from '../i18n/locale-context.js';
import { enrollMessages } from '../messages/enroll.js';
import { useTenant } from '../session/tenant-context.js';
import classes from './card.module.css';
import { exampleCents, type Interaction, interactionOf } from './interaction.js';
import prices from './prices.module.css';
import { useWords } from './use-words.js';

interface Props {
  readonly referralCode: string;
  readonly promoCode: string;
  /** Whether both codes are valid, so that there is something to explain. */
  readonly bothGood: boolean;
  /** Whether the promo can be combined with a referral. */
  readonly combinable: boolean;
  readonly onDropPromo: () => void;
}

/** Explains how two valid codes interact, before anything is sent. Screen readers announce changes. */
export function BothCodes(props: Props): JSX.Element {
  return (
    <div aria-live="polite" className={classes.live}>
      {props.bothGood && <Explained {...props} />}
    </div>
  );
}

function Explained({ combinable, onDropPromo, bothGood, ...codes }: Props): JSX.Element {
  const say = useSay();
  const { interaction, loading } = useInteraction(codes, bothGood);
  if (loading) return <Skeleton height={168} radius="md" />;
  if (interaction?.kind === 'combined') return <Combined {...interaction} />;
  if (interaction?.kind === 'either') return <EitherOr {...interaction} onDropPromo={onDropPromo} />;
  // Without a quote, the promo alone tells what will happen.
  return (
    <Text size="sm">
      {combinable
        ? say(enrollMessages.combinedUnpriced)
        : `${say(enrollMessages.notCombinable)}. ${say(enrollMessages.notCombinableWill)}`}
    </Text>
  );
}

/** Fetches how two valid codes interact; undefined until it is known, or if it can't be fetched. */
function useInteraction(
  codes: { readonly referralCode: string; readonly promoCode: string },
  bothGood: boolean,
): { interaction: Interaction | null | undefined; loading: boolean } {
  const api = useApi();
  const { slug, currency } = useTenant();
  const body = {
    tenant_slug: slug,
    referral_code: codes.referralCode,
    promo_code: codes.promoCode,
    amount_cents: exampleCents(currency.digits),
  };
  const { data, isLoading } = useQuery({
    queryKey: ['quote', body],
    queryFn: async ({ signal }) =>
      interactionOf(await answer(api.POST('/api/enrollments/quote', { body, signal }))),
    enabled: bothGood,
    staleTime: Infinity,
  });
  return { interaction: bothGood ? data : undefined, loading: isLoading };
}

type EitherOrProps = Extract<Interaction, { kind: 'either' }> & { readonly onDropPromo: () => void };

/** Shows the price with the promo, beside the one with the invitation; offers to remove the promo if that is cheaper. */
function EitherOr({ withInvitationCents, counts, onDropPromo, ...bill }: EitherOrProps): JSX.Element {
  const { say, money } = useWords();
  return (
    <Panel title={say(enrollMessages.notCombinable)} billCents={bill.billCents}>
      {withInvitationCents === null ? (
        <Waterfall {...bill} />
      ) : (
        <dl className={prices.choices}>
          <div className={prices.chosen}>
            <dt>{say(enrollMessages.withPromo)}</dt>
            <dd>{money(bill.totalCents)}</dd>
            <dd className={prices.note}>{say(enrollMessages.asItIs)}</dd>
          </div>
          <div className={prices.other}>
            <dt>{say(enrollMessages.withInvitation)}</dt>
            <dd>{money(withInvitationCents)}</dd>
            <dd className={prices.note}>{say(enrollMessages.instead)}</dd>
          </div>
        </dl>
      )}
      <Text size="sm" mt="sm">
        {say(counts ? enrollMessages.notCombinableCounts : enrollMessages.notCombinableWill)}
      </Text>
      {withInvitationCents !== null && withInvitationCents < bill.totalCents && (
        <Button variant="default" size="md" fullWidth mt="sm" className={prices.drop} onClick={onDropPromo}>
          {say(enrollMessages.dropPromo)}
        </Button>
      )}
    </Panel>
  );
}

/** Shows both codes on an example, and what comes off later or larger bills only. */
function Combined({
  later,
  minInvoiceCents,
  withheld,
  ...bill
}: Extract<Interaction, { kind: 'combined' }>): JSX.Element {
  const words = useWords();
  const { say, value } = words;
  return (
    <Panel
      title={say(withheld ? enrollMessages.promoApplies : enrollMessages.combined)}
      billCents={bill.billCents}
    >
      <Waterfall {...bill} />
      {later.map(({ available, ...discount }) => (
        <Text key={discount.source} size="sm" mt="sm">
          {say(available === undefined ? enrollMessages.belowMinimum : enrollMessages.notYet, {
            what: words.later(value(discount), available, minInvoiceCents),
          })}
        </Text>
      ))}
    </Panel>
  );
}

function Panel(props: { title: string; billCents: number; children: ReactNode }): JSX.Element {
  const { say, money } = useWords();
  return (
    <section className={prices.panel}>
      <Title order={2} size="h5">
        {props.title}
      </Title>
      <Text size="sm" c="dimmed">
        {say(enrollMessages.onExample, { amount: money(props.billCents) })}
      </Text>
      {props.children}
    </section>
  );
}

/** Shows what each code takes off a bill, and the total. */
function Waterfall({
  billCents,
  lines,
  totalCents,
}: Pick<Interaction, 'billCents' | 'lines' | 'totalCents'>): JSX.Element {
  const { say, value, money } = useWords();
  return (
    <dl className={prices.lines}>
      <div className={prices.line}>
        <dt>{say(enrollMessages.bill)}</dt>
        <dd>{money(billCents)}</dd>
      </div>
      {lines.map((line) => (
        <div key={line.source} className={prices.line}>
          <dt>
            {say(line.source === 'promo' ? enrollMessages.promoLine : enrollMessages.invitationLine, {
              value: value(line),
            })}
          </dt>
          <dd>{money(-line.amount_cents)}</dd>
        </div>
      ))}
      <div className={prices.total}>
        <dt>{say(enrollMessages.youPay)}</dt>
        <dd>{money(totalCents)}</dd>
      </div>
    </dl>
  );
}
