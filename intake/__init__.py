"""A conversational assistant for Infant Mental Health Endorsement applications."""
