import { describe, expect, it } from 'vitest';
import type { Finding } from './fatal-refusal';
import { fatalRefusal } from './fatal-refusal';

describe('fatalRefusal', () => {
  it('lets warnings and notes pass', () => {
    expect(fatalRefusal([])).toBeNull();
    expect(
      fatalRefusal([
        { code: 'R02.form', severity: 'warning', pointer: '/campaign_id' },
        { code: 'R14.surrounding_space', severity: 'info', pointer: '/recipients/0' },
      ]),
    ).toBeNull();
  });

  it('takes the documented text of the first finding that has one', () => {
    expect(
      fatalRefusal([
        { code: 'R02.form', severity: 'warning', pointer: '/campaign_id' },
        { code: 'R13.none', severity: 'error', pointer: '/recipients/3' },
        { code: 'R12.too_many', severity: 'error', pointer: '/recipients' },
      ]),
    ).toMatchObject({
      status: 400,
      body: {
        message: 'The max number of ids per request was exceeded',
        errors: ['R13.none /recipients/3', 'R12.too_many /recipients'],
      },
    });
  });

  it('stays small whatever the body was', () => {
    const many = Array.from({ length: 5000 }, (): Finding => {
      return { code: 'R13.none', severity: 'error', pointer: `/${'x'.repeat(5000)}` };
    });
    expect(JSON.stringify(fatalRefusal(many)).length).toBeLessThan(10_000);
  });
});
