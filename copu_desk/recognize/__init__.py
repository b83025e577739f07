"""Recognise the meetings in the text of past minutes."""
