import { defineStore } from 'pinia';
import { computed, reactive, shallowRef, watch } from 'vue';
import type { RowsInspection } from '#shared/domain/data-row';
import type { DataEncoding, DataFormat } from '#shared/domain/data-words';
import type { GateReport } from '#shared/domain/gate';
import type { RowsSurvey } from '#shared/domain/rows-survey';
import type { Mapping, RowSourceOptions } from '#shared/domain/run';
import type { AppError } from '#shared/errors';
import type { ChosenDataFile, RunOrder } from '#shared/ipc/contract-runs';
import type { OutgoingRequest } from '#shared/ipc/contract-parts';
import { automaticMapping } from '#shared/lib/automatic-mapping';
import { on, request, toAppError } from '../api/desk';
import { useEnvironmentsStore } from './environments';

/** What a survey said, or how far it is. */
export interface SurveyState {
  readonly id: string;
  readonly state: 'reading' | 'done' | 'failed' | 'cancelled';
  readonly startedMs: number;
  readonly bytesRead: number;
  readonly rows: number;
  readonly survey: RowsSurvey | null;
  readonly report: GateReport | null;
  readonly error: AppError | null;
}

/** How a run is to send; see `RunSettings`. */
export interface RunHow {
  batch: number;
  concurrency: number;
  reservePercent: number;
  stops: boolean;
  stopAfter: number;
}

/** A run that is being set up. Kept while other views are shown. */
export const useRunSetupStore = defineStore('run-setup', () => {
  const environments = useEnvironmentsStore();
  const outgoing = shallowRef<OutgoingRequest | null>(null);
  const environmentId = shallowRef<string | null>(null);
  const file = shallowRef<ChosenDataFile | null>(null);
  const options = shallowRef<RowSourceOptions>({});
  const inspection = shallowRef<RowsInspection | null>(null);
  const inspecting = shallowRef(false);
  const fileError = shallowRef<AppError | null>(null);
  const mapping = shallowRef<Mapping>([]);
  const how = reactive<RunHow>({
    batch: 50,
    concurrency: 32,
    reservePercent: 10,
    stops: true,
    stopAfter: 10,
  });
  const survey = shallowRef<SurveyState | null>(null);
  let listening = false;

  const environment = computed(
    () =>
      environments.environments.find(({ id }) => id === environmentId.value) ?? environments.active,
  );
  watch(
    () => environment.value?.id,
    () => {
      how.reservePercent = environment.value?.reservePercent ?? 10;
    },
    { immediate: true },
  );

  /** The settings with which the whole file is read as its beginning was. */
  const readAs = computed<RowSourceOptions>(() => {
    if (inspection.value === null) return options.value;
    const { format, encoding, delimiter, quote } = inspection.value;
    return {
      format,
      encoding,
      ...(delimiter === null ? {} : { delimiter }),
      ...(quote === null ? {} : { quote }),
    };
  });

  const order = computed<RunOrder | null>(() => {
    if (outgoing.value === null || environment.value === null) return null;
    if (file.value === null || inspection.value === null) return null;
    const { batch, concurrency, reservePercent, stops, stopAfter } = how;
    return {
      environmentId: environment.value.id,
      request: outgoing.value,
      file: file.value.file,
      options: readAs.value,
      mapping: mapping.value.map((entry) => ({ ...entry })),
      batch,
      concurrency,
      reservePercent,
      stopAfter: stops ? stopAfter : null,
    };
  });

  function begin(asked: OutgoingRequest | null): void {
    if (asked !== null) outgoing.value = asked;
    environmentId.value ??= environments.active?.id ?? null;
  }

  async function inspect(): Promise<void> {
    if (file.value === null) return;
    const token = file.value.file;
    inspecting.value = true;
    try {
      const found = await request('runs.inspect', { file: token, options: { ...options.value } });
      if (file.value.file !== token) return;
      const sameColumns =
        inspection.value !== null &&
        inspection.value.columns.join('\n') === found.columns.join('\n');
      inspection.value = found;
      fileError.value = null;
      if (!sameColumns) mapping.value = automaticMapping(found.columns);
    } catch (thrown) {
      inspection.value = null;
      fileError.value = toAppError(thrown);
    } finally {
      inspecting.value = false;
    }
  }

  async function chooseFile(): Promise<void> {
    try {
      const chosen = await request('runs.chooseFile', {});
      if (chosen === null) return;
      file.value = chosen;
      options.value = {};
      inspection.value = null;
      await inspect();
    } catch (thrown) {
      fileError.value = toAppError(thrown);
    }
  }

  /** Reads the file in another way; what is left out is found out again. */
  async function readFileAs(change: {
    readonly format?: DataFormat;
    readonly delimiter?: string;
    readonly encoding?: DataEncoding;
  }): Promise<void> {
    const { format, delimiter, encoding } = { ...options.value, ...change };
    options.value = {
      ...(format === undefined ? {} : { format }),
      ...(delimiter === undefined || (format ?? inspection.value?.format) !== 'csv'
        ? {}
        : { delimiter }),
      ...(encoding === undefined ? {} : { encoding }),
    };
    await inspect();
  }

  function listen(): void {
    if (listening) return;
    listening = true;
    on('survey.progressed', ({ survey: id, bytesRead, rows }) => {
      if (survey.value?.id !== id || survey.value.state !== 'reading') return;
      survey.value = { ...survey.value, bytesRead, rows };
    });
  }

  async function runSurvey(): Promise<void> {
    const asked = order.value;
    await cancelSurvey();
    if (asked === null) return;
    listen();
    const id = crypto.randomUUID();
    const begun: SurveyState = {
      id,
      state: 'reading',
      startedMs: performance.now(),
      bytesRead: 0,
      rows: 0,
      survey: null,
      report: null,
      error: null,
    };
    survey.value = begun;
    const end = (change: Partial<SurveyState>): void => {
      if (survey.value?.id === id) survey.value = { ...survey.value, ...change };
    };
    try {
      end({ state: 'done', ...(await request('runs.survey', { ...asked, survey: id })) });
    } catch (thrown) {
      const error = toAppError(thrown);
      end(error.code === 'call_cancelled' ? { state: 'cancelled' } : { state: 'failed', error });
    }
  }

  async function cancelSurvey(): Promise<void> {
    if (survey.value?.state !== 'reading') return;
    const { id } = survey.value;
    survey.value = { ...survey.value, state: 'cancelled' };
    await request('runs.cancelSurvey', { survey: id }).catch(() => undefined);
  }

  return {
    outgoing,
    environmentId,
    environment,
    file,
    inspection,
    inspecting,
    fileError,
    mapping,
    how,
    order,
    survey,
    begin,
    chooseFile,
    readFileAs,
    runSurvey,
    cancelSurvey,
  };
});
