"""What Gangyao survives: mutated texts, kills, five hundred builds after one another, inputs that grow."""
