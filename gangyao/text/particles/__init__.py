"""Which particle a stray letter stands for: a log-linear model of particles in context, and its trainer."""
