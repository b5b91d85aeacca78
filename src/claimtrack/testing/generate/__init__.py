"""Made-up casebooks and histories, from Hypothesis or from seeds."""
