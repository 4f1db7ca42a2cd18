"""From what was read to typed records, and the editorial rules they are held to."""
