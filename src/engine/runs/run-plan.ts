import { readFile } from 'node:fs/promises';
import { z } from 'zod';
import { fingerprintSchema } from '#shared/domain/data-row';
import { environmentSchema } from '#shared/domain/environment';
import { mappingSchema, rowSourceOptionsSchema } from '#shared/domain/run';
import { maxRunConcurrency, repeatableOutcomes } from '#shared/domain/run-state';
import { DeskError } from '#shared/errors';
import { outgoingRequestSchema } from '#shared/ipc/contract-parts';
import { writeAtomically } from '../files/atomic-write';
import { withFileErrors } from '../files/file-error';

export const runPlanSchema = z.object({
  version: z.literal(1),
  id: z.uuid(),
  /** ISO 8601, UTC. */
  createdAt: z.string(),
  /** As it was; its key is not in it. */
  environment: environmentSchema,
  host: z.string(),
  targetId: z.string().nullable(),
  /** The request as it was, text and all. */
  request: outgoingRequestSchema,
  data: z.object({
    path: z.string(),
    options: rowSourceOptionsSchema,
    fingerprint: fingerprintSchema,
  }),
  mapping: mappingSchema,
  settings: z.object({
    batch: z.int().min(1).max(50),
    concurrency: z.int().min(1).max(maxRunConcurrency),
    reservePercent: z.int().min(0).max(90),
    stopAfter: z.int().min(1).nullable(),
  }),
  rowsTotal: z.int().min(0).nullable(),
  /** Only those rows of another run that had these outcomes when this one began. */
  repeats: z.object({ runId: z.uuid(), outcomes: z.array(z.enum(repeatableOutcomes)) }).nullable(),
});

/** Everything a run needs to be taken up again by another process. Holds no key. */
export type RunPlan = Readonly<z.infer<typeof runPlanSchema>>;

/** Saves a plan as a whole. @throws DeskError of the file family. */
export async function saveRunPlan(path: string, plan: RunPlan): Promise<void> {
  await writeAtomically(path, `${JSON.stringify(plan, null, 2)}\n`);
}

/** @throws DeskError `run_broken` where the file is not a plan; `file_newer`; of the file family. */
export async function readRunPlan(path: string): Promise<RunPlan> {
  const text = await withFileErrors(path, () => readFile(path, 'utf8'));
  let value: unknown;
  try {
    value = JSON.parse(text);
  } catch (error) {
    throw new DeskError('run_broken', { path }, { cause: error });
  }
  const version = z.object({ version: z.int() }).safeParse(value);
  if (version.success && version.data.version > 1) throw new DeskError('file_newer', { path });
  const parsed = runPlanSchema.safeParse(value);
  if (!parsed.success) throw new DeskError('run_broken', { path }, { cause: parsed.error });
  return parsed.data;
}
