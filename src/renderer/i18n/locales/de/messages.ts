import { answer } from './answer';
import { attachments } from './attachments';
import { audience } from './audience';
import { collections } from './collections';
import { commands } from './commands';
import { common } from './common';
import { curl } from './curl';
import { editor } from './editor';
import { environments } from './environments';
import { errors } from './errors';
import { history } from './history';
import { lookups } from './lookups';
import { outcomes } from './outcomes';
import { queue } from './queue';
import { recipients } from './recipients';
import { sendConfirmation } from './send-confirmation';
import { settings } from './settings';
import { shell } from './shell';
import { suites } from './suites';

export const messages = {
  answer,
  attachments,
  audience,
  collections,
  commands,
  common,
  curl,
  editor,
  environments,
  errors,
  history,
  lookups,
  outcomes,
  queue,
  recipients,
  sendConfirmation,
  settings,
  shell,
  suites,
};
