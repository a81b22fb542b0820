export const editor = {
  endpoint: 'Endpoint',
  validate: 'Validate',
  send: 'Send',
  sendTo: 'Send to {environment}',
  body: 'Body',
  file: 'File',
  part: {
    recipients: 'Recipients',
    audience: 'Audience',
    attachments: 'Attachments',
  },
  obstacle: {
    broken:
      'The body is not valid JSON: line {line}, column {column}. Nothing is changed here until it can be read.',
    noList:
      '“{field}” is no list: line {line}, column {column}. Nothing is changed here until it is one.',
    noObject:
      '“{field}” is no object: line {line}, column {column}. Nothing is changed here until it is one.',
    bodyNoObject:
      'The body is no object: line {line}, column {column}. Nothing is changed here until it is one.',
  },
  variables: 'Variables',
  notes: 'Notes',
  parts: 'Parts of the request',
  bodyLabel: 'Body, JSON with comments',
  fileLabel: 'Whole file, JSON with comments',
  notesHint: 'What this request is for, what to look at in the answer',
  changedOnDisk: 'The file was changed on disk while there are unsaved edits here.',
  reload: 'Reload',
  keepMine: 'Keep mine',
  removedOnDisk: 'The file is no longer on disk. Saving writes it again.',
  mended: 'The file can be read again.',
  showAsRequest: 'Show as request',
  showPlace: 'Show the place',
  broken: {
    broken_json:
      'The file is not valid JSON: line {line}, column {column}. It is shown whole and cannot be sent.',
    not_object:
      'The file holds no JSON object: line {line}, column {column}. It is shown whole and cannot be sent.',
    wrong_type:
      '“{field}” has the wrong type: line {line}, column {column}. The file is shown whole and cannot be sent.',
  },
  problems: 'Problems',
  severity: {
    error: 'Error',
    warning: 'Warning',
    info: 'Note',
  },
  variableUnresolved: 'The variable “{name}” has no value in this request or environment.',
  variableNotJson: 'The value of the variable “{name}” is not JSON, though its kind is JSON.',
  variablesHint: 'Used in the body as {example}. A value here comes before one of the environment.',
  variableName: 'Name',
  variableValue: 'Value',
  variableValueOf: 'Value of {name}',
  variableKind: 'Kind',
  kindText: 'Text',
  kindJson: 'JSON',
  variableAdd: 'Add variable',
  variableRemove: 'Remove {name}',
  variableRepeated: 'Named more than once, the last one counts: {names}',
  splitTitle: '{title} ({number} of {count})',
  splitDone: '{count} requests were made of “{title}”, which stays as it is.',
  verdict: {
    clear: 'Nothing stands in the way',
    needs_confirmation: 'Sending will ask for confirmation',
    blocked: 'This would not be sent',
  },
  unsaved: {
    title: 'Save “{title}”?',
    text: 'There are edits that are not in a file yet.',
    discard: 'Close without saving',
  },
};
