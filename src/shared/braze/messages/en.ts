import { bodyTexts } from './en/body';
import { contentTexts } from './en/content';
import { userTexts } from './en/users';
import type { MessageCatalogue } from './message-texts';

/** English. */
export const en: MessageCatalogue = {
  texts: { ...bodyTexts, ...userTexts, ...contentTexts },
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
