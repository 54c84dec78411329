"""The web app: a place's deck made, refreshed and checked in a browser, by those who install nothing. Nothing is kept."""
