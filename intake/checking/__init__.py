"""Checking bundles by the thousand: found in folders, examined on all cores, with results that are kept."""
