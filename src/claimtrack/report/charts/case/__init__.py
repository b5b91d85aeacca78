"""The whole case in one picture: who says what, through whom, and for which answer it speaks."""
