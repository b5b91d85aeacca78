"""The parts of the default method: readings, ground, pools, standing, rivals, and the survey that goes over them."""
