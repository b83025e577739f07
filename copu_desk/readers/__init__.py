"""Readers turn the bytes of one file format into values."""
