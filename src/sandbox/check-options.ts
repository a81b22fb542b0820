import { DeskError } from '#shared/errors';
import type { SandboxOptions } from './sandbox';
import type { ScenarioId } from './scenarios';
import { findScenario } from './scenarios';

/** Longest wait that a timer can hold, in milliseconds. */
const longestWaitMs = 2_147_483_647;

/** Throws `invalid_input` unless the value is a whole number within the bounds. */
export function checkWhole(
  option: string,
  value: number | undefined,
  min: number,
  max: number,
): void {
  if (value === undefined) return;
  if (!Number.isInteger(value) || value < min || value > max) {
    throw new DeskError('invalid_input', { option, min, max });
  }
}

/** Throws `invalid_input` unless the value is a wait in milliseconds. */
export function checkWait(option: string, value: number | undefined): void {
  checkWhole(option, value, 0, longestWaitMs);
}

/** The scenario of that id. Throws `invalid_input`. */
export function checkScenario(id: string): ScenarioId {
  const found = findScenario(id);
  if (found === undefined) throw new DeskError('invalid_input', { option: 'scenario', value: id });
  return found.id;
}

/** Throws `invalid_input` with the option's name for the first value out of bounds. */
export function checkOptions(options: SandboxOptions): void {
  checkWhole('port', options.port, 0, 65_535);
  checkWait('latencyMs', options.latencyMs);
  checkWait('dripMs', options.dripMs);
  checkWhole('quotaHour', options.quotaHour, 0, Number.MAX_SAFE_INTEGER);
  checkWhole('quotaBroadcast', options.quotaBroadcast, 0, Number.MAX_SAFE_INTEGER);
  checkWhole('quotaAudience', options.quotaAudience, 0, Number.MAX_SAFE_INTEGER);
  checkWhole('quotaWindow', options.quotaWindow?.limit, 0, Number.MAX_SAFE_INTEGER);
  checkWhole('quotaWindow', options.quotaWindow?.lengthMs, 1, Number.MAX_SAFE_INTEGER);
  checkWhole('quotaOthers', options.quotaOthers, 0, 99);
  checkWhole('quotaWindowMs', options.quotaWindowMs, 1, Number.MAX_SAFE_INTEGER);
  // What a header cannot carry as it is, or what reads like a quoted key, could never match.
  const visible = /^[\x21\x23-\x26\x28-\x7e]+$/;
  if (options.apiKey !== undefined && !visible.test(options.apiKey)) {
    throw new DeskError('invalid_input', { option: 'apiKey' });
  }
}
