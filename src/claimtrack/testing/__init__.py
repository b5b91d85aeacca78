"""Laws that scoring methods keep, and made-up casebooks to try them on."""
