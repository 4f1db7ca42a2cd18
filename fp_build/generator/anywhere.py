"""Words that may stand in any section; the slots are those of ``beginnings``."""

from __future__ import annotations

from typing import Final

from fp_build.generator.pairs import phrases, sentences

SENTENCES: Final = sentences(
    """
    {Team} a noté chaque question, y compris celles qui n’avaient pas de réponse.
    The {team} wrote down every question, including those without an answer.
    Cette partie de la fiche est un texte d’essai : elle parle {of_topic} sans rien affirmer.
    This part of the record is trial text: it speaks of {topic} and claims nothing.
    {People} ont préféré une affiche à un long courrier.
    {People} preferred a poster to a long letter.
    En {month}, {activity} a occupé toute une journée à {other_place}.
    In {month}, the {activity} took up a whole day in {other_place}.
    {Team} lit {object} à voix haute, puis chacun dit ce qu’il a compris.
    The {team} reads the {object} aloud, and then all say what they understood.
    Le détail a son importance : une chaise de plus, et {people} restent.
    Details matter: one more chair, and {people} stay.
    {Service} n’est pas un lieu de plus, mais une autre façon d’ouvrir celui qui existe.
    The {service} is not one more place but another way to open the one that exists.
    Il a fallu {n} versions {of_object} avant que {people} s’y retrouvent.
    It took {n} versions of the {object} before {people} found their way in it.
    {Team} tient un journal public, où {activity} occupe {n} pages.
    The {team} keeps a public diary, in which the {activity} fills {n} pages.
    Entre {place} et {other_place}, les usages diffèrent plus que les règles.
    Between {place} and {other_place}, habits differ more than rules.
    {Object} sert de fil conducteur, de l’accueil jusqu’à la réponse.
    The {object} serves as a guiding thread, from reception to the answer.
    Un mot a été banni des écrits : celui que {people} ne comprenaient pas.
    One word was banned from the texts: the one that {people} did not understand.
    À la question « que changeriez-vous ? », {people} ont d’abord parlé des horaires.
    Asked “what would you change?”, {people} spoke first of the opening hours.
    {Activity} se prépare à deux : une personne anime, l’autre écrit.
    The {activity} is prepared by two: one leads, the other writes.
    Sur {topic}, cette fiche inventée reprend la forme d’une vraie fiche, et elle seule.
    On {topic}, this invented record takes the form of a real one, and nothing else.
    {Team} a gardé {n} idées sur les nombreuses qui couvraient le mur.
    The {team} kept {n} ideas out of the many that covered the wall.
    Le reste du temps, {service} ressemble à une salle d’attente où l’on parle.
    The rest of the time, the {service} looks like a waiting room where people talk.
    {People} et {team} n’emploient pas les mêmes mots : un lexique d’une page y aide.
    {People} and the {team} do not use the same words: a glossary of one page helps.
    Rien de tout cela n’est coûteux, sinon en attention.
    None of this is expensive, except in attention.
    La manœuvre la plus délicate a été de raccourcir {object} sans rien perdre.
    The hardest manoeuvre was to shorten the {object} without losing anything.
    Depuis {month}, {activity} commence par un tour de table et finit par une décision.
    Since {month}, the {activity} has begun with a round of the table and ended with a decision.
    Pendant {n} jours, {team} a suivi {people} pas à pas, avec leur accord.
    For {n} days, the {team} followed {people} step by step, with their consent.
    """
)
HEADINGS: Final = phrases(
    """
    Ce qui a été vu sur place | What was seen on the spot
    Une journée type | A typical day
    Les mots employés | The words used
    Le lieu | The place
    Les moyens | The means
    Qui a fait quoi | Who did what
    Le point de vue des agents | The staff’s point of view
    Le point de vue des usagers | The users’ point of view
    Les outils | The tools
    Ce qui a surpris | What came as a surprise
    Les essais écartés | Trials that were dropped
    Le temps passé | Time spent
    Une décision difficile | A hard decision
    Ce qui reste ouvert | What remains open
    Le rôle de chacun | Everyone’s part
    Avant et après | Before and after
    Les documents produits | Documents produced
    Une visite en images | A visit in pictures
    La suite envisagée | What might come next
    Les premiers retours | First reactions
    Le jour de l’ouverture | Opening day
    Les règles du jeu | Ground rules
    Un détour utile | A useful detour
    Le prix de l’attente | The price of waiting
    """
)
LIST_OPENINGS: Final = phrases(
    """
    {Team} a retenu ces points : | The {team} kept these points:
    {People} ont demandé : | {People} asked for:
    Pour {topic}, il a fallu : | For {topic}, this was needed:
    Dans l’ordre, l’essai prévoit : | In order, the trial provides for:
    """
)
ITEMS: Final = phrases(
    """
    une version courte {of_object} ; | a short version of the {object};
    {activity}, au plus tard en {month} ; | the {activity}, in {month} at the latest;
    un rendez-vous par mois avec {people} ; | a monthly meeting with {people};
    une affiche **lisible de loin** ; | a poster **that can be read from afar**;
    un numéro unique pour joindre {team} ; | a single number to reach the {team};
    {n} exemplaires papier, pour qui n’a pas d’écran ; | {n} paper copies, for those with no screen;
    le droit de revenir en arrière ; | the right to go back;
    une visite à {other_place} ; | a visit to {other_place};
    un mot de bienvenue, dit et non lu ; | a word of welcome, spoken and not read;
    la relecture {of_object} par {people} ; | a review of the {object} by {people};
    un essai de {n} jours, sans public ; | a trial of {n} days, without the public;
    une place pour les poussettes et les fauteuils ; | room for prams and wheelchairs;
    un compte rendu d’une page, en *français courant* ; | minutes of one page, in *plain words*;
    l’adresse de la page `contact` sur chaque document ; | the address of the `contact` page on all;
    """
)
"""All end with a semicolon; the last of a list gets a full stop."""
QUOTES: Final = sentences(
    """
    « On m’a demandé mon avis, puis on a changé {object}. »
    “I was asked what I thought, and then the {object} was changed.”
    « On vient pour {topic}, on reste pour la conversation. »
    “One comes for {topic} and stays for the talk.”
    « Le plus dur n’était pas la règle, c’était de savoir qu’elle existait. »
    “The hardest part was not the rule, it was knowing that it existed.”
    « {Activity} m’a appris à me taire un quart d’heure. »
    “The {activity} taught me to keep silent for a quarter of an hour.”
    « Avec {object}, nous parlons enfin de la même chose. »
    “With the {object} we are talking about the same thing at last.”
    """
)
SPEAKERS: Final = phrases(
    """
    Une participante, parole inventée | A participant, invented words
    Un agent d’accueil, parole inventée | A member of staff, invented words
    Une élue de {place}, parole inventée | An elected member in {place}, invented words
    """
)
TABLE_HEAD: Final = phrases(
    """
    Étape | Step
    Avec qui | With whom
    Durée inventée | Invented duration
    """
)
TABLE_ROW: Final = phrases(
    """
    {Activity} | The {activity}
    {people} | {people}
    {n} semaines | {n} weeks
    """
)
EMOJI: Final = sentences(
    """
    Le pouce levé 👍🏽 a servi de vote, la tasse ☕ de pause.
    A thumb up 👍🏽 served as a vote, a cup ☕ as a break.
    L’équipe à distance 👩‍💻 signait ses messages d’un drapeau 🇫🇷.
    The remote team 👩‍💻 signed its messages with a flag 🇫🇷.
    Prix de l’essai : « 0 € » et 100 % de bonne volonté, l’œil sur l’horloge ⏱️.
    Price of the trial: “€0” and 100% good will, with an eye on the clock ⏱️.
    """
)
LINKS: Final = sentences(
    """
    Une autre fiche d’exemple raconte un essai voisin : [{label}](case:{target}).
    Another sample record tells of a similar trial: [{label}](case:{target}).
    Voir aussi, inventé de la même manière, [{label}](case:{target}).
    See also, invented in the same way, [{label}](case:{target}).
    """
)
DEEP_LINKS: Final = sentences(
    """
    À comparer avec [une partie de la fiche « {label} »](case:{target}).
    Compare with [one part of the record “{label}”](case:{target}).
    """
)
REAL_SOURCE: Final = sentences(
    """
    La note qui suit cite un document réel pour sa forme seule : il ne dit rien de cet exemple.
    The note that follows cites a real document for its form only: it says nothing of this sample.
    Ce renvoi à un document réel montre à quoi ressemble une note ; l’exemple n’en tire rien.
    This reference to a real document shows what a note looks like; the sample uses nothing of it.
    """
)
(NOTICE,) = sentences(
    """
    **Exemple généré n° {number}.** Rien n’y est réel, ni les lieux, ni les gens, ni les chiffres.
    **Generated sample {number}.** Nothing in it is real: neither places, nor people, nor figures.
    """
)
(ARCHIVED,) = sentences(
    """
    Cette fiche est archivée : elle montre ce que devient un exemple que l’on ne tient plus à jour.
    This record is archived: it shows what becomes of a sample that is no longer kept up to date.
    """
)
