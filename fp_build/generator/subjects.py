"""What the generated records are about: invented services, topics and objects for each theme.

Every phrase stands in French with its article and in English without, so that « le », « du » and
« au » can be worked out and a title can do without “the”. Things are singular and people plural,
which spares the sentences all agreement.
"""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from typing import Final, Self

from fp_build.generator.pairs import Pair, phrases


@dataclass(frozen=True, slots=True)
class Subject:
    """The words of one theme."""

    topics: tuple[Pair, ...]
    services: tuple[Pair, ...]
    people: tuple[Pair, ...]
    objects: tuple[Pair, ...]

    @classmethod
    def written(cls, text: str) -> Self:
        """Its four groups of phrases in their order, with an empty line between two."""
        return cls(*(phrases(group) for group in text.split("\n\n")))


SUBJECTS: Final[Mapping[str, Subject]] = {
    "social-benefits": Subject.written(
        """
        la demande d’aides | benefit claims
        le suivi du dossier | case follow-up
        l’accès aux droits | access to rights
        le calcul des droits | entitlements
        la preuve des ressources | proof of income

        le guichet commun | shared desk
        le dossier partagé | shared file
        la permanence des droits | rights clinic
        le simulateur papier | paper calculator

        les allocataires | benefit recipients
        les travailleurs sociaux | social workers
        les familles | families

        le formulaire d’essai | trial form
        la liste des pièces | list of documents
        le courrier type | standard letter
        """
    ),
    "disability": Subject.written(
        """
        l’accueil accessible | accessible reception
        la lecture facile | easy reading
        la demande d’aménagement | adjustment requests
        le parcours d’accompagnement | support pathways

        la maison d’essai | trial centre
        le parcours balisé | marked route
        l’atelier des aidants | carers’ workshop
        le carnet de liaison | liaison notebook

        les personnes handicapées | people with disabilities
        les aidants | carers
        les éducateurs | support workers

        la notice illustrée | illustrated guide
        le plan tactile | tactile map
        la fiche en lecture facile | easy-read sheet
        """
    ),
    "ageing": Subject.written(
        """
        le maintien à domicile | living at home
        la visite à domicile | home visits
        le retour d’hôpital | coming home from hospital
        le lien entre voisins | ties between neighbours

        la ronde des voisins | neighbours’ round
        le carnet de visite | visit notebook
        l’appartement témoin | show flat
        la navette du marché | market shuttle

        les personnes âgées | older people
        les aides à domicile | home helpers
        les proches | relatives

        le calendrier mural | wall calendar
        la fiche de passage | visit slip
        le téléphone simplifié | simplified telephone
        """
    ),
    "education": Subject.written(
        """
        l’aide aux devoirs | homework help
        la vie de l’établissement | school life
        le choix d’un parcours | choosing a path
        le prêt de matériel | equipment loans

        la salle modulable | flexible classroom
        l’espace partagé | shared space
        le carnet numérique | digital notebook
        le club des inventeurs | inventors’ club

        les élèves | pupils
        les enseignants | teachers
        les parents | parents

        le cahier d’essai | trial workbook
        la charte de la salle | classroom charter
        l’emploi du temps | timetable
        """
    ),
    "local-public-services": Subject.written(
        """
        l’accueil de proximité | local reception
        le premier renseignement | first enquiries
        la prise de rendez-vous | booking appointments
        la démarche du quotidien | everyday paperwork

        le comptoir de quartier | neighbourhood counter
        le bus des services | service bus
        la mairie ouverte | open town hall
        le café des démarches | paperwork café

        les habitants | residents
        les secrétaires de mairie | town-hall clerks
        les commerçants | shopkeepers

        le plan du lieu | floor plan
        la signalétique | signage
        l’affiche d’accueil | welcome poster
        """
    ),
    "digital-services": Subject.written(
        """
        la démarche en ligne | online applications
        la connexion au service | signing in
        l’aide à distance | remote help
        le dépôt de pièces | document uploads

        le portail d’essai | trial portal
        la maquette cliquable | clickable mock-up
        le coffre de démonstration | demonstration safe
        l’assistant de saisie | form assistant

        les usagers en ligne | online users
        les développeurs | developers
        les médiateurs numériques | digital mediators

        le message d’erreur | error message
        la page d’accueil | home page
        le tableau de bord | dashboard
        """
    ),
    "precarity": Subject.written(
        """
        le premier accueil | first reception
        la domiciliation | postal addresses
        le recours aux droits | claiming rights
        l’accès au logement | access to housing

        la halte de jour | day shelter
        le relais du courrier | mail relay
        l’équipe mobile | mobile team
        la cuisine partagée | shared kitchen

        les personnes accueillies | people received
        les bénévoles | volunteers
        les intervenants sociaux | outreach workers

        la carte de rendez-vous | appointment card
        le livret d’accueil | welcome booklet
        le casier du courrier | mail locker
        """
    ),
    "public-innovation": Subject.written(
        """
        la conduite de projet | running projects
        le partage des méthodes | sharing methods
        la relecture entre pairs | peer review
        la formation des agents | staff training

        l’atelier mobile | mobile workshop
        la boîte à outils | toolbox
        le réseau d’entraide | mutual-aid network
        la salle d’expérimentation | trial room

        les agents volontaires | volunteer staff
        les designers | designers
        les chercheurs | researchers

        le carnet de terrain | field notebook
        la grille d’observation | observation grid
        le jeu de cartes | card game
        """
    ),
}
"""By the id of the theme."""

OTHER_SUBJECT: Final = Subject.written(
    """
    le service rendu | the service itself
    la qualité de l’accueil | quality of reception

    le service d’essai | trial service
    la cellule d’appui | support unit

    les usagers | users
    les agents | staff

    le guide pratique | practical guide
    la foire aux questions | list of questions
    """
)
"""For a theme that this page does not know."""
