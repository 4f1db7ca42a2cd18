"""From bytes to text, front matter, body and vocabularies, each with its places."""
