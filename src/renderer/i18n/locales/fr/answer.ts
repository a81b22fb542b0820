import type { answer as pattern } from '../en/answer';

export const answer: typeof pattern = {
  title: 'Réponse',
  empty: 'La réponse à cette requête apparaîtra ici.',
  time: 'Durée',
  size: 'Taille',
  copyId: 'Copier dispatch_id',
  parts: 'Parties de la réponse',
  tabs: {
    answer: 'Réponse',
    headers: 'En-têtes',
    sent: 'Tel qu’envoyé',
    timeline: 'Déroulé',
  },
  noHeaders: 'Aucun en-tête.',
  noTimeline: 'Aucune durée n’a été relevée.',
  step: 'Étape',
  took: 'Durée',
  at: 'Après',
  share: 'Part du temps',
  value: 'Valeur',
  steps: {
    checked: 'Contrôle passé',
    waited: 'Attente de son tour',
    recorded: 'Inscrit dans l’historique',
    sent: 'Envoyé',
    headers: 'En-têtes reçus',
    answered: 'Réponse reçue',
    ended: 'Terminé',
  },
  progress: {
    waiting: 'En attente de son tour',
    sent: 'Envoyé, en attente de la réponse',
    answering: 'Réception de la réponse, {size} jusqu’ici',
    cancelling: 'Annulation',
  },
  blockedTitle: 'Bloqué. Rien n’a quitté cet ordinateur.',
  notSent: 'Rien n’a été envoyé.',
  serverSays: 'Le serveur dit :',
  moreErrors: 'et {count} autre erreur | et {count} autres erreurs',
  neverLeft: 'Rien n’est parti, il n’y a donc pas de réponse.',
  noAnswer: 'Aucune réponse n’est arrivée.',
  emptyBody: 'La réponse n’a pas de corps.',
  large: 'La réponse fait {size}. L’afficher peut prendre un moment.',
  reveal: 'Afficher',
  saveToFile: 'Enregistrer dans un fichier',
  savedTo: 'Enregistré dans {file}',
  http: {
    '400': {
      cause: 'Le serveur a refusé le corps.',
      next: 'Lisez son message, corrigez le corps et renvoyez. Personne n’a été atteint.',
    },
    '401': {
      cause: 'La clé n’a pas été reconnue.',
      next: 'Elle est fausse, appartient à un autre espace de travail, ou le cluster n’est pas celui de l’espace. Vérifiez la clé dans les réglages de l’environnement.',
    },
    '403': {
      cause: 'La clé n’a pas ce droit.',
      next: 'Donnez à la clé l’autorisation de cet endpoint dans le tableau de bord Braze, ou vérifiez le contrat et les adresses IP autorisées.',
    },
    '404': {
      cause: 'Il n’y a rien à cette adresse.',
      next: 'Vérifiez l’endpoint et l’hôte REST de l’environnement ; une adresse de tableau de bord ne répond pas ici.',
    },
    '413': {
      cause: 'Le corps est trop grand.',
      next: 'Restez sous 4 Mo : moins de destinataires par appel ou des propriétés plus petites.',
    },
    '415': {
      cause: 'Le serveur n’a pas accepté le type de contenu.',
      next: 'Un proxy a peut-être modifié les en-têtes. Comparez-les sous « Tel qu’envoyé ».',
    },
    '429': {
      cause: 'Le quota de l’espace de travail est épuisé pour l’instant.',
      next: 'Rien n’a été envoyé. Attendez que l’indicateur de quota annonce une nouvelle fenêtre, puis renvoyez.',
    },
    '502': {
      cause: 'Une passerelle n’a pas pu joindre le serveur.',
      next: 'L’appel a échoué avant d’être traité. Renvoyez dans un instant.',
    },
    '503': {
      cause: 'Le serveur n’avait pas de capacité.',
      next: 'On ne sait pas si l’appel a été traité. Cherchez l’envoi dans Braze avant de renvoyer.',
    },
    '504': {
      cause: 'Le serveur n’a pas répondu à temps à sa passerelle.',
      next: 'L’appel a pu être traité. Cherchez l’envoi dans Braze avant de renvoyer.',
    },
    '4xx': {
      cause: 'Le serveur a refusé l’appel.',
      next: 'Lisez son message. Renvoyer la même chose sera de nouveau refusé.',
    },
    '5xx': {
      cause: 'Le serveur a échoué.',
      next: 'On ne sait pas si l’appel a été traité. Cherchez l’envoi dans Braze avant de renvoyer.',
    },
  },
  failure: {
    cancelled_before: {
      cause: 'Annulé avant l’envoi.',
      next: 'Rien n’a quitté cet ordinateur. Renvoyer est sans risque.',
    },
    quota: {
      cause: 'Le quota de cette fenêtre est épuisé, selon le décompte local.',
      next: 'Rien n’a été envoyé. Attendez la fenêtre suivante, puis renvoyez.',
    },
    refused_connection: {
      cause: 'L’hôte a refusé la connexion.',
      next: 'Rien n’a été envoyé. Vérifiez l’adresse dans les réglages de l’environnement, ou relancez le bac à sable.',
    },
    name_not_resolved: {
      cause: 'Le nom de l’hôte est inconnu.',
      next: 'Rien n’a été envoyé. Vérifiez l’adresse et la connexion au réseau.',
    },
    tls: {
      cause: 'Aucune connexion sûre n’a pu être établie.',
      next: 'Rien n’a été envoyé. Un proxy avec son propre certificat ou une horloge fausse en sont les raisons habituelles.',
    },
    unreachable: {
      cause: 'Le réseau n’atteint pas l’hôte.',
      next: 'Rien n’a été envoyé. Vérifiez le réseau, le VPN et le pare-feu.',
    },
    proxy: {
      cause: 'Le proxy n’a pas laissé passer l’appel.',
      next: 'Rien n’a été envoyé. Vérifiez les réglages de proxy du système.',
    },
    cancelled: {
      cause: 'Annulé après le départ.',
      next: 'L’appel a pu être accepté. Cherchez l’envoi dans Braze avant de renvoyer.',
    },
    timeout: {
      cause: 'Pas de réponse dans le délai accordé.',
      next: 'L’appel a pu être accepté. Cherchez l’envoi dans Braze avant de renvoyer ; l’environnement peut accorder plus de temps.',
    },
    dropped: {
      cause: 'La connexion a pris fin avant la réponse entière.',
      next: 'L’appel a pu être accepté. Cherchez l’envoi dans Braze avant de renvoyer.',
    },
    redirect: {
      cause: 'L’hôte a répondu par une redirection, qui n’est pas suivie.',
      next: 'L’adresse n’est pas un hôte REST. Corrigez-la dans les réglages de l’environnement.',
    },
    crash: {
      cause: 'L’application s’est arrêtée entre l’envoi et la réponse.',
      next: 'L’appel a pu être accepté. Cherchez l’envoi dans Braze avant de renvoyer.',
    },
    other: {
      cause: 'L’appel a échoué de façon inattendue.',
      next: 'Il a pu partir. Cherchez l’envoi dans Braze avant de renvoyer.',
    },
  },
  problem: {
    empty: 'Accepté, mais la réponse est vide.',
    not_json: 'Accepté, mais la réponse n’est pas du JSON.',
    not_object: 'Accepté, mais la réponse n’est pas un objet JSON.',
    too_large: 'Accepté, mais la réponse dépasse ce qui est conservé.',
    bad_text: 'Accepté, mais la réponse contient du texte abîmé.',
    cut: 'Accepté, mais la réponse s’est interrompue.',
    next: 'Braze ne répond pas ainsi. Vérifiez que l’adresse de l’environnement est bien l’hôte REST.',
  },
  minor: {
    notice: {
      cause: 'Accepté, mais la campagne ou le Canvas ne tourne pas : personne n’est atteint.',
      next: 'Reprenez-la ou désarchivez-la dans le tableau de bord Braze, puis renvoyez.',
    },
    errors: {
      cause: 'Accepté, avec des erreurs pour une partie.',
      next: 'Ce que nomme une erreur ne part pas, le reste part. Corrigez ces parties et envoyez-les seules.',
    },
    odd: {
      cause: 'Accepté, avec quelque chose d’inhabituel dans la réponse.',
      next: 'Lisez la réponse avant de vous y fier.',
    },
  },
  queued: {
    cause: 'Reçu, sera traité plus tard.',
    next: 'Braze était en maintenance. L’appel sera traité ensuite ; ne le renvoyez pas.',
  },
};
