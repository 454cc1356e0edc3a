import { table } from '../../bench/markdown';
import { report, type Circumstances } from '../../bench/report';
import { GROWN, row, SMALL } from './results';

const circumstances: Circumstances = {
  date: '2026-11-22',
  node: '22.0.0',
  cpu: 'A processor',
  cores: 2,
  memoryGb: 8,
  commands: ['npm run bench:matching -- --data DIR'],
  repeat: 3,
  heapMb: 4_096,
  seeds: { typos: 7 },
  engines: [{ name: 'ours', version: '1.2.3', settings: 'defaults' }],
};

describe('table', () => {
  it('aligns figures to the right, fills short rows, and shows what is missing', () => {
    const rows = [['ours', '91.2 %', undefined], ['failed']];
    expect(table(['Engine', 'Accuracy', 'Note'], rows).split('\n')).toEqual([
      '| Engine | Accuracy | Note |',
      '| --- | ---: | --- |',
      '| ours | 91.2 % | - |',
      '| failed |  |  |',
    ]);
  });

  it('lets no cell break out of its column', () => {
    expect(table(['a'], [['x | y\nz']])).toContain('| x \\| y z |');
  });
});

describe('report', () => {
  const failure = 'not done after 20 minutes';
  const text = report(
    circumstances,
    [SMALL, GROWN],
    [
      row(),
      row({ engine: 'peer', name: 'peer', speed: undefined, quality: undefined, failure }),
      row({ dataset: 'grown' }),
    ],
  );

  it('tells how the figures came about', () => {
    for (const said of [
      '2026-11-22',
      'A processor',
      '4096 MB',
      'typos 7',
      ...circumstances.commands,
      '1.2.3',
    ]) {
      expect(text).toContain(said);
    }
  });

  it('has a row for each engine, with a failure where there are no figures', () => {
    expect(text).toContain(
      '| **ours** | 91.2 % | 0.960 | 88.0 % | 75.0 % | 90.0 % | 85.0 % | 200 ms | 60 µs | 250 µs | 55 MB | 160 MB | 0.4 |',
    );
    expect(text).toContain(`| peer | failed: ${failure} |`);
  });

  it('says what was not repeated as often as the rest', () => {
    expect(report(circumstances, [SMALL], [row({ repetitions: 1 })])).toContain('| **ours** (1 run) |');
    expect(text).not.toContain(' run)');
  });

  it('says where only a sample was asked', () => {
    expect(report(circumstances, [SMALL], [row({ sample: 1_000 })])).toContain(
      '| **ours** (1,000 utterances) |',
    );
  });

  it('shows growing knowledge in one table, with the size of the model', () => {
    expect(text).toContain(
      '| 1,000 | **ours** | 91.2 % | 200 ms | 60 µs | 250 µs | 2.4 MB | 55 MB | 160 MB | 0.4 |',
    );
    expect(text).not.toContain('## Grown');
  });
});
