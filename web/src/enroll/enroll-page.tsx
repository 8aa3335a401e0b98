import { Paper } from '@mantine/core';
import { type JSX, useState } from 'react';
import { useTenant } from '../session/tenant-context.js';
import classes from './card.module.css';
import { Confirmation, type Enrolled } from './confirmation.js';
import { EnrollForm } from './enroll-form.js';
import type { EnrollLink } from './enroll-link.js';
import { Frame } from './frame.js';

/** One card: the form, and in its place what came of it. */
export function EnrollPage({ link }: { link: EnrollLink }): JSX.Element {
  const { name } = useTenant();
  const [enrolled, setEnrolled] = useState<Enrolled | null>(null);
  return (
    <Frame tenant={name}>
      <Paper withBorder radius="lg" className={classes.card}>
        {enrolled === null ? (
          <EnrollForm link={link} onEnrolled={setEnrolled} />
        ) : (
          <Confirmation enrolled={enrolled} />
        )}
      </Paper>
    </Frame>
  );
}
