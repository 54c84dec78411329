"""Figures fetched from their publishers, for those who ask for it; nothing else in deck speaks with the net."""
