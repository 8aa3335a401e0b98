import { TextInput } from '@mantine/core';
import { type JSX, useState } from 'react';
import { isDay } from './filters.js';

interface Props {
  readonly label: string;
  /** Such as `2026-05-01`; empty: none. */
  readonly value: string;
  readonly min?: string;
  readonly max?: string;
  readonly onPick: (day: string) => void;
}

/** A day, in the browser's own field for one. While it is being typed it is not one yet. */
export function DayField({ label, value, min, max, onPick }: Props): JSX.Element {
  const [typed, setTyped] = useState<string | null>(null); // null: as picked
  return (
    <TextInput
      type="date"
      label={label}
      value={typed ?? value}
      min={min}
      max={max}
      onChange={({ currentTarget: { value: day } }) => {
        setTyped(day);
        if (day === '' || isDay(day)) onPick(day);
      }}
      onBlur={() => {
        setTyped(null);
      }}
    />
  );
}
