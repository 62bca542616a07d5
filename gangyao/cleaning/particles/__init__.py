"""Which particle a stray letter stands for: a calibrated log-linear model, and its trainers."""
