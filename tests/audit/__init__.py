"""The long audit of finished pages, which « make audit » runs and puts on record."""
