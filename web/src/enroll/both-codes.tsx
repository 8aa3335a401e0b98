import { Skeleton, Text } from '@mantine/core';
import type { JSX } from 'react';
import { useSay } from '../i18n/locale-context.js';
import { enrollMessages } from '../messages/enroll.js';
import classes from './card.module.css';
import { EitherOr } from './either-or.js';
import { useInteraction } from './use-interaction.js';
import { Waterfall } from './waterfall.js';

interface Props {
  readonly referralCode: string;
  readonly promoCode: string;
  /** Whether both are good, so that there is something to explain. */
  readonly bothGood: boolean;
  /** As the promo itself says. */
  readonly combinable: boolean;
  readonly onDropPromo: () => void;
}

/** What two good codes do to each other, before anything is sent. Read out when it changes. */
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
  if (interaction?.kind === 'combined') return <Waterfall {...interaction} />;
  if (interaction?.kind === 'either') return <EitherOr {...interaction} onDropPromo={onDropPromo} />;
  // Without prices: the promo's own word is enough to say what will happen.
  return (
    <Text size="sm">
      {combinable
        ? say(enrollMessages.combinedUnpriced)
        : `${say(enrollMessages.notCombinable)}. ${say(enrollMessages.notCombinableWill)}`}
    </Text>
  );
}
