import type { sendConfirmation as english } from '../en/send-confirmation';

export const sendConfirmation: typeof english = {
  title: {
    segment: 'Envoyer à tout le segment ?',
    audience: 'Envoyer à une audience ?',
    recipients: 'Envoyer à {environment} ?',
    none: 'Envoyer cette requête ?',
  },
  production: 'PRODUCTION',
  facts: {
    campaign: 'Campagne',
    canvas: 'Canvas',
    noTarget: 'Aucun identifiant dans le corps',
    request: 'Requête',
    environment: 'Environnement',
    host: 'Hôte',
    reach: 'Qui sera atteint',
  },
  warning: {
    segment: 'Combien de personnes cela fait, Braze seul le sait. Un envoi ne se rattrape pas.',
    audience: 'Combien de personnes cela fait, Braze seul le sait. Un envoi ne se rattrape pas.',
    production:
      'De vraies personnes se trouvent derrière cet environnement. Un envoi ne se rattrape pas.',
  },
  type: {
    blast_radius: 'Saisissez {phrase} pour confirmer qui sera atteint',
    production: 'Saisissez {phrase} pour confirmer l’environnement',
    or: 'ou',
    copy: 'Copier {phrase}',
    copied: 'Copié',
    match: 'Correspond',
    mismatch: 'Ne correspond pas encore',
  },
  progress: '{done} confirmations sur {total} correspondent.',
  ready: 'Toutes les confirmations correspondent. L’envoi est possible.',
  send: 'Envoyer',
  sendTo: 'Envoyer à {environment}',
  cancel: 'Annuler',
  keys: 'Échap annule. Entrée n’envoie pas : utilisez le bouton, à la souris ou avec la barre d’espace.',
  repeat: {
    title: 'Envoyer de nouveau ?',
    send: 'Envoyer de nouveau',
    dispatch: 'La même chose a été envoyée {ago}.',
    waiting: 'La même chose est partie {ago} et n’a pas encore de réponse.',
    several: 'Pour {count} d’entre eux, la même chose a déjà été envoyée, la dernière fois {ago}.',
    run: 'Cette requête a déjà parcouru les mêmes données ; le dernier appel est parti {ago}.',
    runNow: 'Une exécution de cette requête sur les mêmes données est en cours.',
    setBack:
      'La même chose a été envoyée. On ne sait pas quand : l’horloge de l’ordinateur a été reculée depuis.',
    reached: 'Les personnes déjà atteintes le seront une seconde fois.',
    maybe:
      'On ne sait pas si l’envoi a été accepté. Si oui, les mêmes personnes seront atteintes une seconde fois.',
    outcome: 'Résultat',
    noAnswer: 'Pas encore de réponse',
    data: 'Fichier de données',
    rows: 'Lignes envoyées',
    at: 'Envoyé',
    showDispatch: 'Afficher dans l’historique',
    showRun: 'Afficher l’exécution',
  },
  blocks: {
    broken_json: 'Le corps n’est pas du JSON valide : ligne {line}, colonne {column}.',
    broken_jsonHelp:
      'Cherchez une virgule, un crochet ou un guillemet manquant juste avant cet endroit.',
    illegal_body:
      'Le corps enfreint une règle de l’endpoint : {rules}. | Le corps enfreint {count} règles de l’endpoint : {rules}.',
    illegal_bodyHelp: 'L’éditeur marque chaque endroit et dit comment le corriger.',
    unresolved_variables: 'Pas de valeur pour {names}.',
    unresolved_variablesHelp:
      'Donnez une valeur dans les variables de la requête ou de l’environnement, ou corrigez l’orthographe.',
    variable_not_json: 'La valeur de {names} n’est pas du JSON, alors que son type est JSON.',
    variable_not_jsonHelp: 'Corrigez la valeur ou passez le type de la variable à Texte.',
    too_large: 'Le corps fait {size} ; {limit} au plus sont permis.',
    too_largeHelp:
      'Répartissez les destinataires sur plusieurs requêtes ou raccourcissez les propriétés.',
    not_test_users:
      '1 destinataire n’est pas un utilisateur de test de cet environnement : {identifiers}. | {count} destinataires ne sont pas des utilisateurs de test de cet environnement : {identifiers}.',
    not_test_usersHelp:
      'Retirez ces destinataires, ajoutez-les aux utilisateurs de test de l’environnement ou choisissez un autre environnement.',
    wider_than_test_users:
      'Cet envoi atteindrait plus que des destinataires désignés, et l’environnement n’admet que ses utilisateurs de test.',
    wider_than_test_usersHelp:
      'Désignez les destinataires au lieu d’un broadcast ou d’une audience, ou choisissez un autre environnement.',
    host_invalid: 'On ne peut pas envoyer vers {host}.',
    host_invalidHelp:
      'Choisissez le cluster de l’espace de travail dans l’environnement, ou corrigez l’adresse.',
    secret_missing: 'Cet environnement n’a pas de clé d’API.',
    secret_missingHelp: 'Enregistrez la clé dans l’environnement.',
    secret_locked: 'Le trousseau est verrouillé, la clé est donc illisible.',
    secret_lockedHelp: 'Déverrouillez le trousseau dans le système et envoyez de nouveau.',
    secret_unavailable: 'Il n’y a pas de trousseau, donc pas de clé.',
    secret_unavailableHelp:
      'Démarrez le service de trousseau du système, ou gardez une clé pour cette session dans l’environnement.',
    confirmation_blast_radius: 'Qui sera atteint n’a pas été confirmé.',
    confirmation_production: 'L’environnement de production n’a pas été confirmé.',
    confirmation_duplicate:
      'La même chose a été envoyée il y a peu, et le nouvel envoi n’a pas été confirmé.',
    confirmationHelp: 'Envoyez de nouveau et saisissez ce que la fenêtre demande.',
    confirmation_duplicateHelp:
      'Envoyez de nouveau et répondez à la question, ou consultez d’abord l’historique.',
    key_in_body: 'Il y a une clé d’API dans le corps.',
    key_in_bodyHelp:
      'Retirez-la : la clé est ajoutée au départ de la requête et ne doit figurer dans aucun fichier enregistré.',
    more: 'et 1 autre | et {count} autres',
    openEnvironment: 'Ouvrir l’environnement',
    showInEditor: 'Afficher dans l’éditeur',
  },
};
