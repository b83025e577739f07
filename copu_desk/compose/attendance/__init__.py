"""Compose the attendance workbook of a period: marks that may be edited, and totals that follow them."""

from copu_desk.compose.attendance.workbook import compose, title

__all__ = ["compose", "title"]
