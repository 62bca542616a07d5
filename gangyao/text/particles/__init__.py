"""Which particle a stray letter stands for: a log-linear model of particles in their context, and its trainer."""
