"""The learned part of coding: a small network that reads sentences with the frames' drafts in view.

Flow: `view` (what it sees) → `network` (`weights`) → `judge` (what becomes of the drafts).
"""
