import { bodyTexts } from './de/body';
import { contentTexts } from './de/content';
import { targetTexts } from './de/target';
import { userTexts } from './de/users';
import type { MessageCatalogue } from './message-texts';

/** German. */
export const de: MessageCatalogue = {
  texts: { ...bodyTexts, ...userTexts, ...contentTexts, ...targetTexts },
  unconfirmed: 'Unbestätigt: Die Dokumentation sagt nicht, wie der Server reagiert.',
  kinds: {
    string: 'ein Text',
    number: 'eine Zahl',
    boolean: 'ein boolescher Wert',
    array: 'eine Liste',
    object: 'ein Objekt',
    null: 'null',
  },
};
