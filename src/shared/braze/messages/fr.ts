import { bodyTexts } from './fr/body';
import { contentTexts } from './fr/content';
import { targetTexts } from './fr/target';
import { userTexts } from './fr/users';
import type { MessageCatalogue } from './message-texts';

/** French. */
export const fr: MessageCatalogue = {
  texts: { ...bodyTexts, ...userTexts, ...contentTexts, ...targetTexts },
  unconfirmed: 'Non confirmé : la documentation ne dit pas comment le serveur réagit.',
  kinds: {
    string: 'un texte',
    number: 'un nombre',
    boolean: 'un booléen',
    array: 'une liste',
    object: 'un objet',
    null: 'null',
  },
};
