"""Scoring methods; none knows another."""
