import { describe, expect, it } from 'vitest';
import type { AppProblem } from '#shared/ipc/contract';
import { createProblems } from './problems';

const problem = (id: string, area: AppProblem['area'], line = 1): AppProblem => ({
  id,
  area,
  code: 'file_broken',
  params: { line },
});

describe('createProblems', () => {
  it('tells of each change, and of nothing else', () => {
    const told: (readonly AppProblem[])[] = [];
    const problems = createProblems((name, payload) => {
      if (name === 'app.problemsChanged') told.push(payload as readonly AppProblem[]);
    });
    problems.set(problem('settings', 'settings'));
    problems.set(problem('settings', 'settings'));
    problems.set(problem('drafts/1', 'drafts'));
    problems.set(problem('settings', 'settings', 2));
    problems.replace('drafts', []);
    problems.replace('drafts', []);
    problems.clear('unknown');
    problems.clear('settings');
    expect(told.map((list) => list.map(({ id, params }) => `${id}:${params.line}`))).toEqual([
      ['settings:1'],
      ['settings:1', 'drafts/1:1'],
      ['settings:2', 'drafts/1:1'],
      ['settings:2'],
      [],
    ]);
    expect(problems.list()).toEqual([]);
  });
});
