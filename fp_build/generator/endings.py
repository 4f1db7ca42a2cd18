"""Sentences for the sections that tell what came of it; the slots are those of ``beginnings``."""

from __future__ import annotations

from collections.abc import Mapping
from typing import Final

from fp_build.generator.pairs import Pair, sentences

JUDGED: Final[Mapping[str, tuple[Pair, ...]]] = {
    "results": sentences(
        """
        Dans cet exemple, {topic} demande {n} étapes de moins qu’avant.
        In this example, {topic} took {n} steps fewer than before.
        {People} disent mieux comprendre {object}, mais demandent encore un mode d’emploi.
        {People} say that they understand the {object} better, but still ask for instructions.
        Les effets ont été notés par {team}, sans regard extérieur : ils restent à confirmer.
        The effects were noted by the {team}, with no outside eye: they remain to be confirmed.
        À {place}, {service} a trouvé son public ; à {other_place}, il a fallu changer d’horaire.
        In {place}, the {service} found its public; in {other_place}, the hours had to change.
        {Activity} a fait apparaître {n} gestes inutiles, que {team} a supprimés.
        The {activity} brought to light {n} useless steps, which the {team} removed.
        Le bilan d’exemple distingue ce qui est compté, ce qui est ressenti et ce qui est supposé.
        The sample review tells apart what is counted, what is felt and what is supposed.
        **Un résultat inattendu** : {people} ont commencé à s’entraider.
        **An unexpected result**: {people} began to help one another.
        {Service} a fermé pendant {n} semaines, et {people} ont demandé sa réouverture.
        The {service} closed for {n} weeks, and {people} asked for it to reopen.
        Aucun chiffre de cette page n’est réel : tous illustrent la forme d’un indicateur.
        No figure on this page is real: all of them illustrate the form of an indicator.
        Les notes prises en {month} et en fin d’essai se contredisent sur un point, laissé ouvert.
        The notes taken in {month} and at the end disagree on one point, which is left open.
        Pour {topic}, le gain vient surtout de la relecture {of_object} avec {people}.
        For {topic}, the gain came mostly from going over the {object} with {people}.
        """
    ),
    "difficulties": sentences(
        """
        {Team} a sous-estimé le temps que demande {activity}.
        The {team} underestimated the time that the {activity} takes.
        {People} n’ont répondu qu’après {n} relances, et l’horaire y était pour beaucoup.
        {People} replied only after {n} reminders, and the hours had much to do with it.
        {Object} existait en {n} versions, toutes un peu fausses.
        The {object} existed in {n} versions, all of them slightly wrong.
        Un désaccord sur {topic} a duré jusqu’en {month} ; il a fallu un tiers pour en sortir.
        A disagreement over {topic} lasted until {month}; it took a third party to end it.
        À {other_place}, le réseau tombait chaque fois que la salle était pleine.
        In {other_place}, the network failed each time the room was full.
        Le mot « innovation » lui-même a gêné {people} : l’équipe a parlé d’essai.
        The word “innovation” itself bothered {people}: the team spoke of a trial.
        Faute de relais pendant l’été, {service} a perdu une partie de ses habitués.
        With nobody to take over in summer, the {service} lost some of its regulars.
        {Team} n’a pas su mesurer ce que {service} change pour ceux qui ne viennent pas.
        The {team} could not measure what the {service} changes for those who do not come.
        L’échec de la première maquette a été raconté sans détour, œuvre collective oblige.
        The failure of the first mock-up was told plainly, as befits a common work.
        """
    ),
    "conditions": sentences(
        """
        Il faut une personne dont {topic} soit le métier, et non une mission de plus.
        It takes someone for whom {topic} is a job, not one more task.
        {Service} ne tient que si {people} peuvent dire non.
        The {service} holds only if {people} can say no.
        {Activity} doit avoir lieu tôt, quand rien n’est encore décidé.
        The {activity} must take place early, when nothing has been decided.
        Un droit à l’erreur écrit vaut mieux que {n} encouragements.
        A written right to fail is worth more than {n} encouragements.
        Sans salle fixe à {place}, l’essai n’aurait pas passé le mois {of_month}.
        Without a fixed room in {place}, the trial would not have lasted past {month}.
        {Team} conseille de garder {object} sur une seule page.
        The {team} advises keeping the {object} to a single page.
        Le soutien {of_people} compte plus que le matériel.
        The support of {people} counts for more than equipment.
        Mieux vaut {n} essais courts qu’un seul essai trop long.
        Better {n} short trials than a single one that is too long.
        """
    ),
    "reuse": sentences(
        """
        Chacun peut reprendre {object}, à condition d’en changer les exemples.
        Anyone may take up the {object}, provided that its examples are changed.
        L’équipe de {other_place} a gardé la méthode et changé tout le reste.
        The team in {other_place} kept the method and changed all the rest.
        Pour refaire {service} ailleurs, comptez {n} semaines et une salle.
        To set up the {service} elsewhere, allow {n} weeks and a room.
        {People} d’une autre commune fictive ont assisté à {n} séances avant de se lancer.
        {People} of another invented commune attended {n} sessions before they set out.
        Le dossier d’exemple contient {object}, une affiche et la liste des erreurs à éviter.
        The sample file holds the {object}, a poster and the list of mistakes to avoid.
        Rien ici ne dépend de {place} : seule compte la présence {of_people}.
        Nothing here depends on {place}: only the presence of {people} counts.
        Une reprise partielle suffit souvent : {activity}, puis {object}.
        Taking up a part is often enough: the {activity}, then the {object}.
        {Team} demande seulement que les échecs soient racontés aussi.
        The {team} asks only that failures be told as well.
        """
    ),
    "lessons": sentences(
        """
        Le premier enseignement tient en peu de mots : demander {to_people} avant de dessiner.
        The first lesson takes few words: ask {people} before drawing.
        {Service} a plus appris {to_team} que {n} réunions.
        The {service} taught the {team} more than {n} meetings.
        Un essai qui s’arrête n’est pas un essai perdu s’il laisse {object}.
        A trial that stops is not lost if it leaves the {object} behind.
        {Topic} se comprend mieux debout, dans la file, que sur un schéma.
        One understands {topic} better standing in the queue than on a diagram.
        Ce qui a compté à {place} n’a pas compté à {other_place} : le lieu fait partie du sujet.
        What mattered in {place} did not matter in {other_place}: the place is part of the subject.
        {Team} referait {activity}, mais avec moitié moins de papier.
        The {team} would hold the {activity} again, but with half the paper.
        Écrire pour {people} oblige à savoir ce que l’on veut dire.
        Writing for {people} compels one to know what one means.
        La patience a été la méthode la plus sûre, et la moins chère.
        Patience was the surest method, and the cheapest.
        *Essayer petit* ne veut pas dire penser petit : {people} l’ont rappelé {n} fois.
        *Trying small* does not mean thinking small: {people} said so {n} times.
        La question la plus utile reste ouverte : savoir qui {service} ne sert pas encore.
        The most useful question stays open: whom the {service} does not serve yet.
        """
    ),
}
"""By the id of the section."""
