import { AppShell, Burger, Container, Group, NavLink, Text } from '@mantine/core';
import { useDisclosure } from '@mantine/hooks';
import type { JSX, ReactNode } from 'react';
import { NavLink as RouterLink, useLocation } from 'react-router';
import { useSay } from '../i18n/locale-context.js';
import type { Message } from '../i18n/message.js';
import { commonMessages } from '../messages/common.js';
import { dashboardMessages } from '../messages/dashboard.js';
import { useTenant } from '../session/tenant-context.js';
import { Initials } from '../ui/initials.js';
import { Preferences } from '../ui/preferences.js';

interface Place {
  readonly label: Message;
  readonly to: string;
}

/** The menu, with the guide's names: Customers > Referrals, Settings > Referrals. */
const MENU: readonly { label: Message; to?: string; places?: readonly Place[] }[] = [
  { label: dashboardMessages.overview, to: '/' },
  {
    label: dashboardMessages.customers,
    places: [
      { label: dashboardMessages.allCustomers, to: '/customers' },
      { label: dashboardMessages.referrals, to: '/customers/referrals' },
    ],
  },
  { label: dashboardMessages.promos, to: '/promos' },
  {
    label: dashboardMessages.settings,
    places: [{ label: dashboardMessages.referrals, to: '/settings/referrals' }],
  },
];

/** Shows the frame of the dashboard: the business's name, the menu and the page. */
export function Shell({ children }: { children: ReactNode }): JSX.Element {
  const say = useSay();
  const { name } = useTenant();
  const [opened, { toggle, close }] = useDisclosure();
  return (
    <AppShell
      header={{ height: 56 }}
      navbar={{ width: 232, breakpoint: 'sm', collapsed: { mobile: !opened } }}
      padding="md"
    >
      <a href="#content" className="skip-link">
        {say(commonMessages.skipToContent)}
      </a>
      <AppShell.Header px="md">
        <Group h="100%" justify="space-between" wrap="nowrap">
          <Group gap="sm" wrap="nowrap" miw={0}>
            <Burger
              opened={opened}
              onClick={toggle}
              hiddenFrom="sm"
              size="sm"
              aria-label={say(dashboardMessages.menu)}
              aria-expanded={opened}
            />
            <Initials name={name} />
            <Text fw={650} truncate>
              {name}
            </Text>
          </Group>
          <Preferences />
        </Group>
      </AppShell.Header>
      <AppShell.Navbar p="sm" aria-label={say(dashboardMessages.menu)}>
        {MENU.map(({ label, to, places = [] }) =>
          to === undefined ? (
            <NavLink key={say(label)} label={say(label)} defaultOpened component="button">
              {places.map((place) => (
                <MenuLink key={place.to} {...place} onOpen={close} />
              ))}
            </NavLink>
          ) : (
            <MenuLink key={to} label={label} to={to} onOpen={close} />
          ),
        )}
      </AppShell.Navbar>
      <AppShell.Main id="content" tabIndex={-1}>
        <Container size="lg" px={0}>
          {children}
        </Container>
      </AppShell.Main>
    </AppShell>
  );
}

function MenuLink({ label, to, onOpen }: Place & { onOpen: () => void }): JSX.Element {
  const say = useSay();
  const active = useLocation().pathname === to;
  return (
    <NavLink
      component={RouterLink}
      to={to}
      end
      label={say(label)}
      active={active}
      variant="light"
      onClick={onOpen}
    />
  );
}
