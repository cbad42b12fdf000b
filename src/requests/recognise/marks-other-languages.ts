/** The same in German, French and Spanish: enough to notice a request, so that a person who reads it decides. */
import type { MarkRow } from './marks-table.ts';

const rows = (right: MarkRow['right'], ...list: readonly string[]): readonly MarkRow[] =>
  list.map((words) => ({ right, why: 'asks for it in another language', words }));

export const otherLanguages: readonly MarkRow[] = [
  ...rows(
    'access',
    'welche (?:\\w+ )?(?:daten|informationen|angaben)|auskunft\\b|(?:meine|meiner|über mich|zu meiner person)[^.!?]{0,60}(?:daten|akte|unterlagen|gespeichert|aufzeichnung|aufnahme|personalakte|krankenakte|patientenakte)|(?:kopie|einsicht)[^.!?]{0,60}(?:daten|akte|unterlagen|aufnahme|protokoll)|was (?:sie|ihr|haben sie)[^.!?]{0,40}über mich',
    'quelles? (?:\\w+ )?(?:données|informations)|(?:copie|consulter|accès|recevoir|envoyer|obtenir|avoir)[^.!?]{0,80}(?:mes données|mon dossier|mes informations|enregistrement|mon appel|vidéo|images|notes|courriels|messages)|ce que vous (?:savez|avez)[^.!?]{0,30}(?:sur|de) moi|mon dossier',
    'qué (?:\\w+ )?(?:datos|información|saben|tienen|guardan)|(?:copia|acceder|acceso|recibir|enviar\\w*|env[ií]en\\w*|manden\\w*|quiero ver|ver)[^.!?]{0,80}(?:mis datos|mi expediente|mi historial|grabación|vídeo|video|mis mensajes|informes?|notas)|(?:mi|mis) (?:expediente|historial)',
  ),
  ...rows(
    'erasure',
    '(?:lösch\\w*|entfern\\w*|vernicht\\w*|gelöscht|entfernt)[^.!?]{0,80}(?:mein|mich|daten|konto|foto|bild|bewerbung|profil|alles)|(?:mein|meine|meinen|daten|konto|foto|bild|bewerbung|profil|alles)[^.!?]{0,80}(?:lösch\\w*|entfern\\w*|vernicht\\w*|gelöscht|entfernt|weg\\b)',
    '(?:effac\\w*|supprim\\w*|retir\\w*|détrui\\w*|enlev\\w*)[^.!?]{0,80}(?:mon|ma|mes|mes données|compte|photo|profil|candidature|tout)|(?:droit à l.oubli|oubliez.moi)',
    '(?:borr\\w*|elimin\\w*|suprim\\w*|quit\\w*|destru\\w*|retir\\w*)[^.!?]{0,80}(?:mi|mis|datos|cuenta|foto|perfil|currículum|solicitud|todo)|derecho al olvido',
  ),
  ...rows(
    'rectification',
    '(?:berichtig\\w*|korrigier\\w*|änder\\w*|falsch\\w*|stimmt nicht|heiße (?:jetzt|nicht))[^.!?]{0,80}(?:name|adresse|anschrift|geburtsdatum|daten|angaben|nachname|telefonnummer|mein)|(?:mein|meine|meinen)[^.!?]{0,60}(?:falsch|stimmt nicht|geändert|korrigier\\w*|berichtig\\w*)',
    '(?:corrig\\w*|rectifi\\w*|modifi\\w*|chang\\w*|erreur|faux|fausse|incorrect\\w*|mal écrit)[^.!?]{0,80}(?:mon|ma|mes|nom|adresse|date de naissance|numéro)|(?:mon|ma|mes) (?:\\w+ ){0,3}?(?:est|sont) (?:faux|fausse|incorrect\\w*|erroné\\w*)',
    '(?:corri\\w*|rectifi\\w*|cambi\\w*|actuali\\w*|equivocad\\w*|incorrect\\w*|mal)[^.!?]{0,80}(?:mi|mis|nombre|apellido|dirección|fecha|datos)|(?:mi|mis) (?:\\w+ ){0,3}?(?:está|están|es|son) (?:mal|equivocad\\w*|incorrect\\w*)',
  ),
  ...rows(
    'direct_marketing_objection',
    '(?:keine|nicht mehr|aufhören|hör(?:t|en sie)? (?:\\w+ ){0,2}auf|stopp\\w*|abmeld\\w*|abbestell\\w*)[^.!?]{0,80}(?:werbung|newsletter|e-?mails?|anrufe?|anzurufen|post|sms|nachrichten|werbe\\w*|verteiler)|(?:werbung|newsletter|werbeanrufe|werbemails)[^.!?]{0,80}(?:keine|nicht mehr|aufhören|abbestell\\w*|abmeld\\w*|stopp\\w*)',
    '(?:arrêt\\w*|cess\\w*|plus de|désinscri\\w*|désabonn\\w*|ne veux plus)[^.!?]{0,80}(?:publicit\\w*|pub|newsletter|e-?mails?|courriels?|appel\\w*|démarch\\w*|sms|offres|messages)',
    '(?:dej\\w*|no (?:me )?(?:llam\\w*|env[ií]\\w*|escrib\\w*|mand\\w*|quiero)|bast\\w*|par\\w* de|cancel\\w* la suscripción|dar\\w* de baja)[^.!?]{0,80}(?:llam\\w*|public\\w*|correos?|ofertas|mensajes|boletín|vender\\w*|sms|más)',
  ),
  ...rows(
    'objection',
    '(?:widersprech\\w*|widerspruch|möchte nicht|will nicht|hören sie auf)[^.!?]{0,90}(?:nutz\\w*|verwend\\w*|verarbeit\\w*|auswert\\w*|profil\\w*|track\\w*|film\\w*|kamera|überwach\\w*|analys\\w*|daten)|kamera[^.!?]{0,60}(?:mein|unser)',
    '(?:m.oppos\\w*|oppos\\w*|ne veux pas|refuse)[^.!?]{0,90}(?:utilis\\w*|trait\\w*|profil\\w*|analys\\w*|film\\w*|caméra|surveill\\w*|suiv\\w*|données)|caméra[^.!?]{0,60}(?:mon|ma|mes|notre)',
    '(?:me opongo|oponer\\w*|no quiero|rechazo)[^.!?]{0,90}(?:us\\w*|trat\\w*|perfil\\w*|analic\\w*|analiz\\w*|grab\\w*|cámara|vigil\\w*|datos)|cámara[^.!?]{0,60}(?:mi|mis|nuestr\\w*)',
  ),
  ...rows(
    'consent_withdrawal',
    '(?:einwilligung|zustimmung|einverständnis|erlaubnis)[^.!?]{0,80}(?:widerruf\\w*|zurück\\w*|nicht mehr|ziehe)|(?:widerruf\\w*|ziehe)[^.!?]{0,80}(?:einwilligung|zustimmung|einverständnis|erlaubnis)',
    '(?:retir\\w*|annul\\w*|reven\\w*)[^.!?]{0,60}(?:consentement|accord|autorisation)|(?:dit oui|donné mon accord|accepté)[^.!?]{0,120}(?:ne veux plus|changé d.avis|finalement|plus)',
    '(?:retir\\w*|revoc\\w*|anul\\w*)[^.!?]{0,60}(?:consentimiento|permiso|autorización)|(?:dije que sí|acepté|di permiso)[^.!?]{0,120}(?:ya no|cambiado de opinión|no quiero)',
  ),
  ...rows(
    'portability',
    '(?:meine|mein)[^.!?]{0,60}(?:daten|verlauf|werte)[^.!?]{0,90}(?:datei|tabelle|format|anbieter|übertrag\\w*|mitnehm\\w*|neuen)|datenübertragbarkeit',
    '(?:mes|mon)[^.!?]{0,60}(?:données|historique|relevés)[^.!?]{0,90}(?:fichier|format|opérateur|fournisseur|transfér\\w*|transmet\\w*|nouveau)|portabilité',
    '(?:mis|mi)[^.!?]{0,60}(?:datos|historial|lecturas)[^.!?]{0,90}(?:archivo|fichero|formato|proveedor|transfi\\w*|pas\\w*|nuev\\w*)|portabilidad',
  ),
  ...rows(
    'restriction',
    '(?:einschränk\\w*|sperr\\w*|nicht (?:löschen|verwenden|anfassen|nutzen))[^.!?]{0,90}(?:bis|solange|daten|akte)|(?:bis|solange)[^.!?]{0,90}(?:nicht (?:verwend\\w*|nutz\\w*|verarbeit\\w*)|sperr\\w*)',
    '(?:limit\\w*|gel\\w*|bloqu\\w*|suspend\\w*)[^.!?]{0,60}(?:données|traitement|dossier)|(?:jusqu|tant que)[^.!?]{0,90}(?:ne pas|n.utilis\\w*|touch\\w*)',
    '(?:limit\\w*|bloque\\w*|congel\\w*|suspend\\w*)[^.!?]{0,60}(?:datos|tratamiento|expediente)|hasta que[^.!?]{0,90}(?:no (?:us\\w*|toqu\\w*|util\\w*))',
  ),
  ...rows(
    'complaint',
    '(?:beschwer\\w*|unverschämt\\w*|unerhört|datenschutzverletzung|datenpanne|ohne meine (?:erlaubnis|zustimmung|einwilligung)|an (?:fremde|dritte|meinen nachbarn)|weitererzählt|weitergegeben|herumerzählt)',
    '(?:plainte|inadmissible|scandaleux|inacceptable|sans mon (?:accord|autorisation|consentement)|raconté mes|divulgu\\w*|violation de)',
    '(?:queja|reclamación|inadmisible|inaceptable|vergüenza|sin mi (?:permiso|consentimiento)|cont\\w* mis|divulg\\w*|filtrad\\w*)',
  ),
];
