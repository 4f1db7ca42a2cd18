"""From single records to a catalogue: ordered, paired, related, faceted."""
