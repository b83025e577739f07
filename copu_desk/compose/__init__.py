"""Composers turn values and a house style into documents and sheets."""
