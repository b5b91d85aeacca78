"""What may be published: the projection for an audience, its labels, and the guard that searches what leaves."""
