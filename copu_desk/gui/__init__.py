"""The window: a thin shell of Qt Widgets around the desk."""
