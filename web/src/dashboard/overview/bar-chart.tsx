import { useElementSize } from '@mantine/hooks';
import type { JSX } from 'react';
import { useLanguage } from '../../i18n/locale-context.js';
import { labelledOf, placeBars, ticksFor } from './chart-layout.js';
import { countText } from './overview-words.js';
import classes from './trend.module.css';

/** A bar and its label. */
interface LabelledBar {
  readonly label: string;
  readonly enrolled: number;
  readonly qualified: number;
}

interface Props {
  readonly bars: readonly LabelledBar[];
  readonly label: string;
  /** Called with the bar under the pointer. */
  readonly onPoint: (at: number | null) => void;
}

const [HEIGHT, TOP, FOOT] = [240, 8, 26];
const PLOT = HEIGHT - TOP - FOOT;
const DIGIT = 8;
const LABEL_ROOM = 58;

/** Draws stacked bars across the available width. The figures are also shown as text elsewhere. */
export function BarChart({ bars, label, onPoint }: Props): JSX.Element {
  const { ref, width } = useElementSize<HTMLDivElement>();
  return (
    <div ref={ref}>
      <svg
        className={classes.plot}
        role="img"
        aria-label={label}
        onPointerLeave={() => {
          onPoint(null);
        }}
      >
        {width > 0 && <Plot bars={bars} width={width} onPoint={onPoint} />}
      </svg>
    </div>
  );
}

function Plot({ bars, width, onPoint }: Omit<Props, 'label'> & { width: number }): JSX.Element {
  const { locale } = useLanguage();
  const ticks = ticksFor(Math.max(...bars.map(({ enrolled }) => enrolled)));
  const top = ticks.at(-1) ?? 1;
  const left = countText(top, locale).length * DIGIT + 8;
  const room = (width - left) / bars.length;
  const placed = placeBars(bars, top, width - left, PLOT);
  const labelled = labelledOf(bars.length, Math.floor((width - left) / LABEL_ROOM));
  return (
    <g transform={`translate(${left} ${TOP})`}>
      {ticks.map((tick) => (
        <g key={tick} transform={`translate(0 ${PLOT - (tick / top) * PLOT})`}>
          <line className={classes.grid} x2={width - left} />
          <text className={classes.tick} x={-8} dy="0.35em" textAnchor="end">
            {countText(tick, locale)}
          </text>
        </g>
      ))}
      {placed.map((bar, at) => (
        <g
          key={bar.x}
          className={classes.column}
          onPointerEnter={() => {
            onPoint(at);
          }}
        >
          <rect className={classes.hover} x={at * room} width={room} height={PLOT} />
          <rect
            className={classes.whole}
            x={bar.x}
            y={bar.top}
            width={bar.width}
            height={PLOT - bar.top}
            rx={2}
          />
          <rect
            className={classes.part}
            x={bar.x}
            y={bar.qualifiedTop}
            width={bar.width}
            height={PLOT - bar.qualifiedTop}
            rx={2}
          />
        </g>
      ))}
      {labelled.map((at) => (
        <text key={at} className={classes.tick} x={(at + 0.5) * room} y={PLOT + 20} textAnchor="middle">
          {bars[at]?.label}
        </text>
      ))}
    </g>
  );
}
