import { Container, Title } from '@mantine/core';
import type { JSX } from 'react';
import { useTenant } from '../session/tenant-context.js';

export function Portal(): JSX.Element {
  const { name } = useTenant();
  return (
    <Container component="main" size="sm" py="lg">
      <Title order={1}>{name}</Title>
    </Container>
  );
}
