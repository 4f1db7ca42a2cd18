"""Words of the front matter of generated records, French and English side by side."""

from __future__ import annotations

from typing import Final

from fp_build.generator.pairs import phrases, sentences

(SAMPLE,) = sentences(
    """
    Exemple généré, sans rapport avec un projet réel.
    A generated sample, unrelated to any real project.
    """
)
SUMMARIES: Final = sentences(
    """
    À {place}, {team} essaie {service} avec {people}.
    In {place}, the {team} tries the {service} with {people}.
    {People} et {team} repensent ensemble {topic}.
    {People} and the {team} rethink {topic} together.
    {Activity}, puis {object} : deux étapes pour revoir {topic}.
    The {activity}, then the {object}: two steps to look again at {topic}.
    L’essai porte sur {topic}, à {place} et à {other_place}.
    The trial is about {topic}, in {place} and {other_place}.
    """
)
(ALTERNATIVE,) = sentences(
    """
    Un disque clair sur un ciel dégradé, sans rien de réel.
    A pale disc on a graded sky, nothing real.
    """
)
(MATCH_REASON,) = sentences(
    """
    Rapprochement donné en exemple : le document ne dit rien de cette fiche.
    A match given as a sample: the document says nothing of this record.
    """
)
REASONS: Final = sentences(
    """
    Réponse d’exemple, donnée pour montrer une raison.
    A sample answer, to show a reason.
    Raison inventée : l’essai change plusieurs étapes à la fois.
    An invented reason: the trial changes several steps at once.
    Exemple : « rien ne permet de le dire », ou presque.
    Sample: “nothing allows one to say so”, or nearly.
    """
)
LABELS: Final = phrases(
    """
    Journal de bord d’exemple | Sample logbook
    Plan du lieu, inventé | Floor plan, invented
    Affiche « d’exemple » | “Sample” poster
    """
)
INDICATORS: Final = tuple(
    zip(
        ("delay", "visits", "steps", "satisfaction", "cost"),
        phrases(
            """
            Délai moyen (valeur inventée) | Average delay (invented value)
            Passages (valeur inventée) | Visits (invented value)
            Étapes : nombre inventé | Steps: an invented number
            Satisfaction (valeur inventée) | Satisfaction (invented value)
            Coût par séance (valeur inventée) | Cost of a session (invented value)
            """
        ),
        phrases(
            """
            jours | days
            par mois | a month
            étapes | steps
            % | %
            euros | euros
            """
        ),
        strict=True,
    )
)
"""Id, name and unit."""
PUBLICATIONS: Final = (
    ("compte-rendu", "Compte rendu inventé d’une séance"),
    ("bilan", "Bilan d’exemple : à ne pas citer"),
    ("enquete", "Enquête inventée auprès des usagers"),
    ("presse", "Article fictif d’un journal fictif"),
    ("notice", "Notice d’exemple"),
    ("these", "Thèse imaginaire sur « l’œuvre commune »"),
)
"""Id, and the title of a source in French, as that of every source without a language."""
