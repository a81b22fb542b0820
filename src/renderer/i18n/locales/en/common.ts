export const common = {
  cancel: 'Cancel',
  close: 'Close',
  copy: 'Copy',
  copied: 'Copied',
  delete: 'Delete',
  loading: 'Loading',
  more: 'More actions',
  name: 'Name',
  notifications: 'Notifications',
  retry: 'Try again',
  save: 'Save',
  undo: 'Undo',
};
