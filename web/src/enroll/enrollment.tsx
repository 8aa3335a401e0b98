import { Container, Title } from '@mantine/core';
import type { JSX } from 'react';

export function Enrollment(): JSX.Element {
  return (
    <Container component="main" size="sm" py="lg">
      <Title order={1}>Enroll</Title>
    </Container>
  );
}
