import { bodyTexts } from './en/body';
import { contentTexts } from './en/content';
import { targetTexts } from './en/target';
import { userTexts } from './en/users';
import type { MessageCatalogue } from './message-texts';

/** English. */
export const en: MessageCatalogue = {
  texts: { ...bodyTexts, ...userTexts, ...contentTexts, ...targetTexts },
  unconfirmed: 'Unconfirmed: the documentation does not say how the server reacts.',
  kinds: {
    string: 'a text',
    number: 'a number',
    boolean: 'a boolean',
    array: 'a list',
    object: 'an object',
    null: 'null',
  },
};
