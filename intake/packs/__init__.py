"""Packs: an association's flows, rulebooks and glossary, read from YAML files that staff edit. Data, never code."""
