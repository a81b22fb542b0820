import { z } from 'zod';
import { languages } from './language';
import { holdChoices } from './queue';
import { requestRefSchema } from './request';
import { duplicateMinutesDefault, mostDuplicateMinutes } from './sent-before';
import { themes } from './theme';

export const openTabSchema = z.strictObject({
  /** The draft's id when there are unsaved edits. */
  draftId: z.uuid().nullable(),
  ref: requestRefSchema.nullable(),
});

export const settingsSchema = z.strictObject({
  version: z.literal(1),
  theme: z.enum(themes),
  language: z.enum(['system', ...languages]),
  /** Page zoom in percent. */
  zoomPercent: z.number().int().min(50).max(300),
  activeEnvironmentId: z.string().max(60),
  /** Folders shown as collections, absolute paths. */
  collectionFolders: z.array(z.string().max(2000)).max(50),
  layout: z.strictObject({
    sidebarVisible: z.boolean(),
    sidebarPercent: z.number().min(5).max(60),
    answerPosition: z.enum(['right', 'below']),
    answerPercent: z.number().min(10).max(90),
  }),
  tabs: z.array(openTabSchema).max(200),
  activeTab: z.number().int().min(-1).max(200),
  /** How long a send waits after Send, so that it can be undone. */
  holdSeconds: z.literal(holdChoices),
  /** For how long a repeat of what was sent is asked about, in minutes; 0 asks never. */
  duplicateMinutes: z.number().int().min(0).max(mostDuplicateMinutes),
});

/** The user's choices for this user-data folder. */
export type Settings = Readonly<z.infer<typeof settingsSchema>>;

export const settingsPatchSchema = settingsSchema.omit({ version: true }).partial();
export type SettingsPatch = Readonly<z.infer<typeof settingsPatchSchema>>;

/** What a first start begins with. */
export const settingsDefaults: Settings = {
  version: 1,
  theme: 'system',
  language: 'system',
  zoomPercent: 100,
  activeEnvironmentId: 'sandbox',
  collectionFolders: [],
  layout: { sidebarVisible: true, sidebarPercent: 20, answerPosition: 'right', answerPercent: 42 },
  tabs: [],
  activeTab: -1,
  holdSeconds: 0,
  duplicateMinutes: duplicateMinutesDefault,
};
