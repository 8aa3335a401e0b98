import { Button, Group, Text } from '@mantine/core';
import { type JSX, useId } from 'react';
import { useSay } from '../i18n/locale-context.js';
import { portalMessages as m } from '../messages/portal.js';
import { ChatIcon, MailIcon, MessageIcon } from './icons.js';
import { shareLinks } from './share-links.js';
import type { Invitation } from './use-invitation.js';

/** Ready texts for the ways that friends write to each other. */
export function ShareChannels({ invitation }: { invitation: Invitation }): JSX.Element {
  const say = useSay();
  const id = useId();
  const { whatsapp, sms, email } = shareLinks(invitation.subject, invitation.text);
  const channels = [
    { name: say(m.whatsapp), href: whatsapp, icon: <ChatIcon />, target: '_blank' },
    { name: say(m.sms), href: sms, icon: <MessageIcon /> },
    { name: say(m.email), href: email, icon: <MailIcon /> },
  ];
  return (
    <div>
      <Text size="sm" c="dimmed" mb={6} id={id}>
        {say(m.shareBy)}
      </Text>
      <Group gap="xs" role="group" aria-labelledby={id}>
        {channels.map(({ name, href, icon, target }) => (
          <Button
            key={name}
            component="a"
            href={href}
            target={target}
            rel="noreferrer"
            variant="default"
            size="sm"
            px="sm"
            flex="1 1 auto"
            leftSection={icon}
          >
            {name}
          </Button>
        ))}
      </Group>
    </div>
  );
}
