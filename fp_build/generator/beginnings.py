"""Sentences for the sections that tell what was done, French and English side by side.

Slots: ``service``, ``topic``, ``team``, ``object``, ``activity`` (singular), ``people`` (plural),
``of_…`` and ``to_…`` of each in French, a capital where a sentence begins with it, ``place``,
``other_place``, ``month``, ``n``. Every sentence ends with a full stop: a citation may stand there.
"""

from __future__ import annotations

from collections.abc import Mapping
from typing import Final

from fp_build.generator.pairs import Pair, sentences

TOLD: Final[Mapping[str, tuple[Pair, ...]]] = {
    "situation": sentences(
        """
        Avant l’essai, {people} passaient par {n} interlocuteurs pour {topic}.
        Before the trial, {people} went through {n} contacts for {topic}.
        À {place}, {topic} reposait sur {object}, que peu de personnes savaient lire.
        In {place}, {topic} rested on the {object}, which few people knew how to read.
        {Team} a commencé par écouter {people}, sans solution toute faite.
        The {team} began by listening to {people}, with no ready-made solution.
        Le constat de départ tient en une phrase : {topic} demandait trop d’allers et retours.
        The starting point fits in one sentence: {topic} took too much going back and forth.
        Les horaires ne convenaient ni aux familles ni {to_people}.
        The opening hours suited neither families nor {people}.
        Dans la commune fictive de {place}, {n} bureaux se partageaient le sujet sans se parler.
        In the invented commune of {place}, {n} offices shared the matter without speaking.
        {People} décrivaient un parcours long, *mal expliqué*, souvent recommencé à zéro.
        {People} described a path that was long, *badly explained* and often begun all over again.
        Personne ne voyait l’ensemble : chacun ne connaissait que sa partie {of_topic}.
        Nobody saw the whole: each knew only one part of {topic}.
        Un premier relevé, fait à la main pendant {n} semaines, a montré où l’on perdait du temps.
        A first survey, done by hand for {n} weeks, showed where time was lost.
        {Object} répondait à des questions que plus personne ne posait.
        The {object} answered questions that nobody asked any more.
        D’autres essais avaient eu lieu à {other_place} ; leurs comptes rendus dormaient au tiroir.
        Other trials had taken place in {other_place}; their minutes slept in a drawer.
        Au cœur du problème, il y avait moins la règle que la manière de l’expliquer {to_people}.
        At the heart of the problem lay less the rule than the way it was explained to {people}.
        """
    ),
    "action": sentences(
        """
        {Team} a ouvert {service} à {place}, {n} demi-journées par mois.
        The {team} opened the {service} in {place}, {n} half-days a month.
        {Activity} a réuni {people} et {team} autour d’une même table.
        The {activity} brought {people} and the {team} around one table.
        Une première version {of_object} a circulé pendant {n} semaines, annotée par {people}.
        A first version of the {object} went round for {n} weeks, annotated by {people}.
        Chaque proposition a été jouée **en vraie grandeur** avant d’être écrite.
        Each proposal was acted out **at full scale** before it was written down.
        {Team} a réécrit {object} ligne par ligne, avec {people} pour seuls juges.
        The {team} rewrote the {object} line by line, with {people} as the only judges.
        À {other_place}, une seconde équipe a repris la même démarche avec d’autres moyens.
        In {other_place}, a second team took up the same approach with other means.
        {Service} tient dans une pièce : deux tables, un écran et un mur où chacun écrit.
        The {service} fits in one room: two tables, a screen and a wall on which all may write.
        Trois règles ont guidé le travail : aller voir, essayer tôt, raconter ce qui échoue.
        Three rules guided the work: go and see, try early, tell what fails.
        {People} ont choisi le nom, les horaires et l’emplacement {of_service}.
        {People} chose the name, the hours and the place of the {service}.
        Pour {topic}, {team} a préféré {n} petites étapes à un grand plan.
        For {topic}, the {team} preferred {n} small steps to one great plan.
        {Activity} a eu lieu en {month}, dans une salle prêtée par la commune fictive de {place}.
        The {activity} took place in {month}, in a room lent by the invented commune of {place}.
        Le principe {of_service} est simple : une seule question à la fois, posée de vive voix.
        The principle of the {service} is simple: one question at a time, asked aloud.
        """
    ),
    "novelty": sentences(
        """
        La nouveauté ne tient pas à la technique, mais à l’ordre des étapes.
        What is new is not the technique but the order of the steps.
        Pour la première fois, {people} ont tenu le crayon pendant {activity}.
        For the first time, {people} held the pencil during the {activity}.
        {Service} part de la question posée, et non du service qui devrait y répondre.
        The {service} starts from the question asked, not from the office that should answer it.
        L’idée vient d’un échange avec {people} : *montrer d’abord, expliquer ensuite*.
        The idea came from a talk with {people}: *show first, explain later*.
        Rien n’obligeait à garder {object} ; {team} a donc fait sans pendant {n} semaines.
        Nothing required keeping the {object}; so the {team} did without it for {n} weeks.
        Ailleurs, {topic} et l’accueil se préparent à part ; ici, une même équipe en répond.
        Elsewhere, {topic} and reception live apart; here one team answers for both.
        Le droit à l’essai était écrit noir sur blanc, avec une date de fin.
        The right to try was set down in black and white, with an end date.
        {Service} laisse une trace que {people} peuvent relire et corriger.
        The {service} leaves a trace that {people} can read again and correct.
        """
    ),
    "progress": sentences(
        """
        Les premières séances ont eu lieu en {month}, les suivantes {n} semaines plus tard.
        The first sessions took place in {month}, the next ones {n} weeks later.
        En {month}, {team} a présenté {object} {to_people}.
        In {month}, the {team} showed the {object} to {people}.
        Le calendrier a glissé de {n} semaines, le temps de reprendre {object}.
        The schedule slipped by {n} weeks, the time it took to rework the {object}.
        Une pause en {month} a permis de comparer les notes prises à {place} et à {other_place}.
        A pause in {month} made it possible to compare the notes from {place} and {other_place}.
        Chaque étape se terminait par la même question, ouverte à toutes les personnes présentes.
        Each step ended with the same question, open to all who were there.
        La version en cours {of_service} porte le numéro {n}, comme sur l’affiche {of_month}.
        The current version of the {service} is number {n}, as on the poster of {month}.
        À la fin {of_month}, {people} ont relu l’ensemble et demandé {n} changements.
        At the end of {month}, {people} read the whole again and asked for {n} changes.
        Le passage d’une étape à l’autre se décidait à main levée, après {activity}.
        Moving from one step to the next was decided by show of hands, after the {activity}.
        """
    ),
    "partners-users": sentences(
        """
        {People} ont pris part à {n} séances, {team} à toutes.
        {People} took part in {n} sessions, the {team} in all of them.
        {Team} a fait le lien entre {people} et la commune fictive de {place}.
        The {team} was the link between {people} and the invented commune of {place}.
        Les rôles étaient affichés au mur : qui décide, qui essaie, qui raconte.
        The roles were posted on the wall: who decides, who tries, who tells.
        Une convention d’exemple d’une page fixe ce que chacun apporte et ce qu’il peut reprendre.
        A sample agreement of one page sets out what each brings and may take back.
        {People} recevaient le compte rendu avant tout le monde et pouvaient le corriger.
        {People} received the minutes before everyone else and could correct them.
        Le comptoir de {other_place} a prêté une salle et {n} chaises dépareillées.
        The counter in {other_place} lent a room and {n} chairs that did not match.
        {Activity} a montré que {people} n’attendaient pas la même chose {of_service} que {team}.
        The {activity} showed that {people} did not expect the same of the {service} as the {team}.
        Entre deux séances, {team} appelait {people} pour garder le fil.
        Between two sessions, the {team} called {people} to keep the thread.
        """
    ),
}
"""By the id of the section."""
