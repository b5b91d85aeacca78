"""Charts: what each one shows, drawn as SVG and said in words."""
