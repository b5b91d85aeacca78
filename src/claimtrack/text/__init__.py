"""Names, quotes and typography: what may be done to text without changing what it says."""
