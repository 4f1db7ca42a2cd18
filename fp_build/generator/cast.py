"""Who and what may come into any record, French and English side by side."""

from __future__ import annotations

from typing import Final

from fp_build.generator.pairs import phrases

PEOPLE: Final = phrases(
    """
    les agents d’accueil | front-desk staff
    les usagers | users
    les élus | elected members
    les cadres du service | managers
    les partenaires | partners
    les nouveaux venus | newcomers
    les riverains | neighbours
    les stagiaires | trainees
    """
)
TEAMS: Final = phrases(
    """
    l’équipe du projet | project team
    le groupe de travail | working group
    la petite équipe | small team
    le service pilote | pilot department
    le comité de suivi | steering group
    la coordination locale | local coordination
    le duo d’animation | pair of facilitators
    la cellule d’écoute | listening unit
    """
)
OBJECTS: Final = phrases(
    """
    le questionnaire | questionnaire
    le prototype en carton | cardboard prototype
    la fiche de suivi | follow-up sheet
    le relevé de décisions | decision log
    la maquette papier | paper mock-up
    le journal de bord | logbook
    """
)
ACTIVITIES: Final = phrases(
    """
    l’atelier de conception | design workshop
    la visite sur place | site visit
    la journée d’observation | observation day
    le test en situation | field test
    la réunion publique | public meeting
    l’entretien croisé | joint interview
    la semaine d’immersion | immersion week
    le retour d’expérience | review session
    la répétition générale | dress rehearsal
    l’enquête express | quick survey
    """
)
MONTHS: Final = phrases(
    """
    janvier | January
    février | February
    mars | March
    avril | April
    mai | May
    juin | June
    juillet | July
    août | August
    septembre | September
    octobre | October
    novembre | November
    décembre | December
    """
)
NUMBERS: Final = phrases(
    """
    deux | two
    trois | three
    quatre | four
    cinq | five
    six | six
    sept | seven
    huit | eight
    neuf | nine
    dix | ten
    onze | eleven
    douze | twelve
    """
)
