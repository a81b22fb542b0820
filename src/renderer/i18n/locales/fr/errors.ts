import type { errors as pattern } from '../en/errors';

export const errors: typeof pattern = {
  invalid_input:
    'L’application n’a pas pu lire sa propre instruction. Redémarrez-la ; si cela persiste, signalez-le.',
  unknown_route: 'Cette fenêtre et l’application ne concordent pas. Redémarrez l’application.',
  foreign_sender: 'Une page étrangère a tenté d’utiliser l’application et a été écartée.',
  internal: 'Quelque chose a échoué dans l’application. Le journal en dit plus.',
  not_found: 'L’élément n’est plus là : il a été déplacé, renommé ou supprimé.',
  already_exists: 'Ce nom est déjà pris. Choisissez un autre nom.',
  name_invalid: 'Ce nom ne convient pas à un fichier. Choisissez un autre nom.',
  outside_folder: 'Ce chemin sort du dossier de la collection ; il n’a pas été ouvert.',
  read_only: 'Le fichier ou le dossier est en lecture seule.',
  no_access: 'Le système refuse l’accès. Vérifiez les droits du fichier ou du dossier.',
  disk_full: 'Le disque est plein. Rien n’a été écrasé ; libérez de la place, puis réessayez.',
  too_large: 'Le fichier dépasse 4 Mo, le maximum pour un corps.',
  not_text: 'Le fichier n’est pas du texte UTF-8 ; il n’a pas été ouvert.',
  file_changed: 'Le fichier a changé sur le disque depuis son ouverture ici.',
  folder_missing: 'Le dossier est introuvable. Branchez le lecteur ou retirez la collection.',
  file_newer:
    'Une version plus récente de l’application a écrit ce fichier. Mettez l’application à jour.',
  file_broken: 'Le fichier est illisible ; il a été laissé tel quel.',
  data_unreadable: 'Ce n’est pas un fichier de données. Choisissez un fichier CSV, JSON ou NDJSON.',
  data_empty: 'Le fichier de données est vide. Choisissez-en un avec au moins une ligne.',
  columns_repeated:
    'Deux colonnes du fichier de données portent le même nom. Renommez l’une d’elles.',
  mapping_invalid: 'Une colonne a une destination impossible. Corrigez la correspondance.',
  secret_missing: 'Cet environnement n’a pas encore de clé d’API. Ajoutez-la dans ses réglages.',
  secret_invalid:
    'Ceci ne ressemble pas à une clé d’API. C’est une seule ligne de caractères simples.',
  keychain_locked: 'Le trousseau est verrouillé. Déverrouillez-le, puis réessayez.',
  keychain_unavailable:
    'Ce système n’a pas de trousseau. La clé peut être gardée jusqu’à la fermeture.',
  keychain_refused: 'Le trousseau a refusé. Autorisez Dispatch Desk à l’utiliser, puis réessayez.',
  port_taken: 'Le bac à sable n’a trouvé aucun port libre. Relancez-le depuis la barre d’état.',
  sandbox_stopped: 'Le bac à sable est arrêté. Relancez-le depuis la barre d’état.',
  ledger_locked:
    'Un autre programme tient l’historique, et rien n’est envoyé sans trace. Fermez-le, puis réessayez.',
  ledger_newer:
    'Une version plus récente de l’application a écrit cet historique. Il a été laissé tel quel et un nouveau continue à côté ; mettez l’application à jour pour le lire.',
  ledger_corrupt:
    'Le fichier d’historique est endommagé et a été laissé tel quel. Un nouvel historique continue à côté.',
  ledger_closed: 'L’historique est fermé, car l’application se termine.',
  attempt_repeated: 'Ceci a déjà été envoyé une fois. Rien n’a été renvoyé.',
  attempt_unknown: 'Cet envoi n’est plus en cours.',
  environment_unknown: 'Cet environnement n’existe plus. Choisissez-en un autre.',
  host_invalid:
    'Ce n’est pas l’adresse d’un hôte REST. Corrigez-la dans les réglages de l’environnement.',
  link_unknown: 'Cette page ne figure pas dans la liste des pages qui peuvent être ouvertes.',
  send_undone: 'Annulé. Rien n’a quitté cet ordinateur.',
  send_held: 'Rien n’est parti. L’envoi attend votre décision dans la file d’attente.',
  send_changed:
    'L’environnement a été modifié depuis la confirmation. Vérifiez l’entrée dans la file d’attente.',
  queue_unknown: 'Ceci n’est plus dans la file d’attente.',
  queue_full: 'La file d’attente est pleine. Retirez d’abord une entrée.',
  due_past: 'Ce moment est passé. Choisissez-en un plus tard.',
  call_cancelled: 'Annulé avant la fin.',
  call_rate_limited: 'Il ne reste rien du quota pour le moment. Attendez son renouvellement.',
  call_failed: 'Aucune réponse n’est venue ({reason}). Vérifiez le réseau et l’adresse.',
  call_refused: 'Le serveur a refusé avec le statut {status}.',
  answer_too_large: 'La réponse est trop grande pour être lue.',
  answer_unreadable:
    'La réponse n’est pas de cette API. Vérifiez l’adresse dans les réglages de l’environnement.',
  run_unknown: 'Cette exécution n’existe plus.',
  run_locked:
    'Un autre processus travaille sur cette exécution. Elle pourra être modifiée ensuite.',
  run_state: 'L’état actuel de l’exécution ne permet pas cette action.',
  suite_broken: 'Ce n’est pas une matrice de test avec des cas. Le fichier n’a pas été modifié.',
  suite_running: 'Des cas de cette matrice sont en cours. Attendre leur fin ou les arrêter.',
  run_broken: 'Les fichiers de cette exécution sont illisibles. Ils n’ont pas été modifiés.',
  comparison_unknown: 'La comparaison n’est plus conservée. Comparer à nouveau.',
  data_file_unknown: 'Le fichier de données doit être choisi à nouveau.',
  data_changed:
    'Le fichier de données n’est plus celui du début de l’exécution. Le rétablir ou lancer une nouvelle exécution.',
};
