"""The editorial rules, one small file each.

The docstring of a file is the rule's page of the manual in English; the French page and the
messages stand below it. ``check`` is asked about every record that could be read. Most rules judge
a record by itself and are given a :class:`Lectern`; one that asks for more says so in ``ASKS`` and
is given the :class:`Desk`.
"""
