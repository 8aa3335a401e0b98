import { existsSync, readdirSync, readFileSync } from 'node:fs';
import { createRequire } from 'node:module';
import path from 'node:path';

const read = (file: string): string => readFileSync(file, 'utf8');

/** The part of a page from a heading to the next one. */
const sectionOf = (page: string, heading: string): string =>
  page.split(/^(?=## )/m).find((section) => section.startsWith(`## ${heading}\n`)) ?? '';

/** True when the file declares the function, the method or the constant. */
const declares = (file: string, name: string): boolean =>
  new RegExp(
    String.raw`^(?:export |  (?:override )?)?(?:async )?(?:function |const )?\*?${name}\b(?:<[^(]*>)?(?:\(| =)`,
    'm',
  ).test(read(file));

/** The rooms in each frame of the picture; a frame may be in another. */
function framesOf(picture: string): Map<string, string[]> {
  const frames = new Map<string, string[]>();
  const open: string[] = [];
  for (const line of picture.split('\n')) {
    const [, frame] = /^ +subgraph (\w+)/.exec(line) ?? [];
    const [, room] = /^ +([a-z]+)\["/.exec(line) ?? [];
    if (frame !== undefined) open.push(frame);
    else if (/^ +end$/.test(line)) open.pop();
    else if (room !== undefined) {
      for (const around of open) frames.set(around, [...(frames.get(around) ?? []), room]);
    }
  }
  return frames;
}

describe('the picture in docs/architecture.md', () => {
  interface Rule {
    readonly name: string;
    readonly to: { readonly pathNot?: string | readonly string[] };
  }
  const { forbidden } = createRequire(path.resolve('package.json'))('./.dependency-cruiser.cjs') as {
    forbidden: Rule[];
  };
  const rules = forbidden.filter(({ name }) => /^room-[a-z]+$/.test(name));
  const law = rules.map(({ name, to: { pathNot = [] } }) => {
    const [, allowed = ''] = /^\^src\/\(([a-z|]+)\)\/$/.exec([pathNot].flat()[0] ?? '') ?? [];
    const room = name.replace('room-', '');
    return { room, below: allowed.split('|').filter((other) => other !== room) };
  });

  const [, picture = ''] = /^```mermaid\n(flowchart TB.*?)^```/ms.exec(read('docs/architecture.md')) ?? [];
  const rooms = [...picture.matchAll(/^ +([a-z]+)\["\1<br/gm)].map(([, room = '']) => room);
  const frames = framesOf(picture);
  /** An arrow from or to a frame stands for every room in it. */
  const members = (names: string): string[] =>
    names.split(' & ').flatMap((name) => frames.get(name) ?? [name]);
  const arrows = [...picture.matchAll(/^ +([a-z &]+) --> ([a-z &]+)$/gm)].flatMap(([, from = '', to = '']) =>
    members(from).flatMap((above) => members(to).map((below) => `${above} → ${below}`)),
  );

  it('has the rooms of the import law, in the order of their floors', () => {
    expect(law).toHaveLength(14);
    expect(rooms).toEqual(law.map(({ room }) => room));
  });

  it('has the arrows of the import law, each once, and no other', () => {
    const allowed = law.flatMap(({ room, below }) => below.map((other) => `${room} → ${other}`));
    expect(arrows.toSorted()).toEqual(allowed.toSorted());
  });

  it('stands above a table of all rooms and sub-rooms', () => {
    const folders = (parent: string): string[] =>
      readdirSync(parent, { withFileTypes: true })
        .filter((entry) => entry.isDirectory())
        .map(({ name }) => path.join(parent, name));
    const all = folders('src').flatMap((room) => {
      const hasFiles = readdirSync(room).some((name) => name.endsWith('.ts'));
      return [...(hasFiles ? [room] : []), ...folders(room)].map(
        (folder) => `${folder.replace('src/', '')}/`,
      );
    });
    const subRooms = all.filter((folder) => !/database\/.|^core\/$/.test(folder));
    const told = sectionOf(read('docs/architecture.md'), 'Rooms and sub-rooms').matchAll(/^\| `(\S+)`/gm);
    expect([...told].map(([, folder]) => folder).toSorted()).toEqual(subRooms.toSorted());
  });
});

describe('the table "Where to find a rule"', () => {
  const rows = sectionOf(read('docs/architecture.md'), 'Where to find a rule').split('\n');
  const named = rows.flatMap((row) =>
    [...row.matchAll(/`([a-z-]+\/[\w/.-]+\.ts)`(?: \(`(\w+)`\))?/g)].map(([, file = '', name]) => ({
      file: `src/${file}`,
      name,
    })),
  );

  it('names files and functions that exist', () => {
    expect(named.length).toBeGreaterThan(60);
    const missing = named.filter(
      ({ file, name }) => !existsSync(file) || (name !== undefined && !declares(file, name)),
    );
    expect(missing).toEqual([]);
  });

  it('names every pure rule that has a spec of its own in a business room', () => {
    const ROOMS = [
      'redemption',
      'enrollment',
      'reports',
      'reward',
      'referral',
      'promo',
      'customer',
      'config',
      'events',
    ];
    const tested = ROOMS.flatMap((room) =>
      readdirSync(`src/${room}`, { recursive: true, encoding: 'utf8' }).map((name) => `src/${room}/${name}`),
    )
      .filter((file) => /\/[a-z-]+\.spec\.ts$/.test(file))
      .map((file) => file.replace('.spec.ts', '.ts'));
    expect(tested.filter((rule) => !named.some(({ file }) => file === rule))).toEqual([]);
  });
});

describe('docs/walkthrough.md', () => {
  const STEP = /^(\d+)\. \[`(\S+)`\]\(\.\.\/(\S+)\) `(\w+)` (.+)$/;
  const actions = read('docs/walkthrough.md').split(/^## /m).slice(1);
  const steps = actions.map((action) => action.split('\n').filter((line) => /^\d/.test(line)));

  it('follows four actions, each in at most ten steps that are numbered', () => {
    expect(actions).toHaveLength(4);
    for (const lines of steps) {
      expect(lines.length).toBeLessThanOrEqual(10);
      expect(lines.map((line) => Number.parseInt(line))).toEqual(lines.map((_, index) => index + 1));
    }
  });

  it('names in each step a file, a function that is in it, and what it does in one line', () => {
    const wrong = steps.flat().filter((line) => {
      const [, , file = '', target = '', name = ''] = STEP.exec(line) ?? [];
      const others = [...line.matchAll(/; `(\w+)`/g)].map(([, other = '']) => other);
      return (
        target !== `src/${file}` ||
        !existsSync(target) ||
        ![name, ...others].every((each) => declares(target, each))
      );
    });
    expect(wrong).toEqual([]);
  });
});

describe('docs/adr/README.md', () => {
  const rows = [
    ...read('docs/adr/README.md').matchAll(/^\| (\d+) +\| \[(.+)\]\((\S+)\) +\| (.+?) +\| (\S+) +\|$/gm),
  ].map(([, number = '', title, file = '', status, date]) => ({
    number: Number(number),
    title,
    file,
    status,
    date,
  }));
  const files = readdirSync('docs/adr').filter((name) => /^\d{4}-/.test(name));

  it('lists every decision by its number and title, with status and date', () => {
    const expected = files.map((file) => {
      const [, number, title] = /^# (\d+)\. (.+)$/m.exec(read(`docs/adr/${file}`)) ?? [];
      return {
        number: Number(number),
        title,
        file,
        status: expect.stringMatching(/^(accepted|amended by |superseded by )/) as string,
        date: expect.stringMatching(/^\d{4}-\d\d-\d\d$/) as string,
      };
    });
    expect(rows).toEqual(expected);
    for (const { file, number } of rows) expect(file.startsWith(String(number).padStart(4, '0'))).toBe(true);
  });

  it('explains each number that is missing', () => {
    const last = Math.max(...rows.map(({ number }) => number));
    const missing = Array.from({ length: last }, (_, index) => index + 1).filter(
      (number) => !rows.some((row) => row.number === number),
    );
    for (const number of missing) expect(read('docs/adr/README.md')).toContain(`Number ${number} `);
  });
});

describe('the settings in docs/operations.md', () => {
  it('are those that the service reads', () => {
    const [, schema = ''] =
      /^const settings = z\.object\(\{(.*?)^\}\);/ms.exec(read('src/common/env.ts')) ?? [];
    const names = [...schema.matchAll(/^ {2}([A-Z_]+):/gm)].map(([, name]) => name);
    const cells = [...sectionOf(read('docs/operations.md'), 'Settings').matchAll(/^\| (`[A-Z].*?`) +\|/gm)];
    const told = cells.flatMap(([, cell = '']) => [...cell.matchAll(/`(\w+)`/g)].map(([, name]) => name));
    expect(told.toSorted()).toEqual(names.toSorted());
  });
});

describe('links between the pages', () => {
  const pages = ['.', 'docs', 'docs/adr', 'sdk', 'bench']
    .flatMap((folder) => readdirSync(folder).map((name) => path.join(folder, name)))
    .filter((file) => file.endsWith('.md'));
  /** As a repository's host makes an anchor of a heading. */
  const anchors = (file: string): string[] =>
    [...read(file).matchAll(/^#+ (.+)$/gm)].map(([, heading = '']) =>
      heading
        .toLowerCase()
        .replace(/[^\p{L}\p{N} _-]/gu, '')
        .replaceAll(' ', '-'),
    );

  it.each(pages)('lead somewhere: %s', (page) => {
    const links = [...read(page).matchAll(/\]\(([^)\s]+)\)/g)].map(([, link = '']) => link);
    const dead = links
      .filter((link) => !/^(https?:|mailto:)/.test(link))
      .filter((link) => {
        const [target = '', anchor] = link.split('#');
        const file = target === '' ? page : path.join(path.dirname(page), target);
        return !existsSync(file) || (anchor !== undefined && !anchors(file).includes(anchor));
      });
    expect(dead).toEqual([]);
  });
});
