"""The words everything else is said in: findings, languages, dates, text, addresses."""
